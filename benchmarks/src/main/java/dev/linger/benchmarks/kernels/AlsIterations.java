package dev.linger.benchmarks.kernels;

import dev.linger.candidates.als.AlsConfig;
import dev.linger.candidates.als.AlsTrainer;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A fit that is held after every iteration, so that one iteration can be timed without what comes before the first. It goes
 * by what {@link AlsTrainer} tells its progress: a task that counts iterations, one after the other.
 */
final class AlsIterations implements AutoCloseable {
    /** More than a benchmark asks for; the fit is given up, not finished. */
    static final int MOST = 10_000;

    private final Semaphore mayGoOn = new Semaphore(0);
    private final Semaphore isHeld = new Semaphore(0);
    private volatile boolean closed;
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;

    private AlsIterations() {}

    /** Begins a fit and comes back when it stands before its first iteration. */
    static AlsIterations begin(InteractionLog log, Scale scale, int factorCount, AlsConfig.Solver solver) {
        AlsConfig config = DefaultConfiguration.als(factorCount, MOST, solver);
        AlsIterations iterations = new AlsIterations();
        Thread fit = new Thread(
                () -> iterations.run(() -> AlsTrainer.train(
                        log,
                        scale.users(),
                        scale.items(),
                        config,
                        new Seed(1),
                        scale.workers(),
                        iterations.progress())),
                "als-fit");
        fit.setDaemon(true);
        fit.start();
        iterations.awaitHeld();
        return iterations;
    }

    /** Runs one iteration: both sides and the loss. */
    void next() {
        mayGoOn.release();
        awaitHeld();
    }

    @Override
    public void close() {
        closed = true;
        mayGoOn.release();
        isHeld.acquireUninterruptibly();
    }

    private void run(Runnable fit) {
        try {
            fit.run();
        } catch (GivenUp expected) {
            // That is how a fit ends here.
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
        } finally {
            ended = true;
            isHeld.release();
        }
    }

    private void awaitHeld() {
        isHeld.acquireUninterruptibly();
        if (ended) {
            isHeld.release();
            throw new IllegalStateException("the fit ended before it was given up", failure);
        }
    }

    private void hold() {
        isHeld.release();
        mayGoOn.acquireUninterruptibly();
        if (closed) {
            throw new GivenUp();
        }
    }

    private Progress progress() {
        return (task, unit, total) -> {
            if (!unit.equals("iterations")) {
                return Progress.SILENT.start(task, unit, total);
            }
            hold();
            return new Progress.Task() {
                @Override
                public void advance(long amount) {
                    hold();
                }

                @Override
                public void close() {}
            };
        };
    }

    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
