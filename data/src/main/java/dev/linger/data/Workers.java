package dev.linger.data;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one pool of a run. Work is cut into fixed blocks of rows that do not depend on the number of threads; a task owns
 * its workspace and writes its own rows, so the result does not depend on the number of threads either. Sums across
 * blocks are the caller's: one slot a block, added in block order.
 */
public final class Workers implements AutoCloseable {
    private static final Workers CALLER = new Workers();

    private final int threads;
    private final @Nullable ExecutorService pool;

    private Workers() {
        this.threads = 1;
        this.pool = null;
    }

    /** A pool of that many threads, at least 1. */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1 but was " + threads);
        }
        this.threads = threads;
        AtomicInteger number = new AtomicInteger();
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "linger-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** No pool: the work is done by the thread that asks for it. */
    public static Workers ofCaller() {
        return CALLER;
    }

    public int threads() {
        return threads;
    }

    /** How many blocks {@link #forBlocks} makes of so many rows. */
    public static int blockCount(int rows, int blockSize) {
        return (int) (((long) rows + blockSize - 1) / blockSize);
    }

    /**
     * Runs the task once for each block of rows, each thread with a workspace of its own; returns when all are done. The
     * first failure is thrown as it was.
     */
    public <W> void forBlocks(int rows, int blockSize, Supplier<W> workspace, BlockTask<W> task) {
        int blocks = blockCount(rows, blockSize);
        AtomicInteger next = new AtomicInteger();
        Runnable loop = () -> {
            W own = workspace.get();
            for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                int from = block * blockSize;
                try {
                    task.run(own, block, from, from + Math.min(rows - from, blockSize));
                } catch (RuntimeException | Error failure) {
                    next.set(blocks);
                    throw failure;
                }
            }
        };
        if (pool == null) {
            loop.run();
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, blocks); thread++) {
            running.add(pool.submit(loop));
        }
        await(running);
    }

    /** {@link #forBlocks(int, int, Supplier, BlockTask)} for tasks that need no workspace. */
    public void forBlocks(int rows, int blockSize, RowTask task) {
        forBlocks(rows, blockSize, () -> task, (same, block, from, to) -> same.run(from, to));
    }

    /** The values of the function at 0 to {@code count - 1}, in that order. */
    @SuppressWarnings("unchecked")
    public <T> List<T> map(int count, IntFunction<T> function) {
        Object[] values = new Object[count];
        forBlocks(count, 1, (from, to) -> values[from] = function.apply(from));
        return List.of((T[]) values);
    }

    private static void await(List<Future<?>> running) {
        RuntimeException failed = null;
        for (Future<?> future : running) {
            try {
                future.get();
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for workers", interrupt);
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof Error error) {
                    throw error;
                }
                if (failed == null) {
                    failed = (RuntimeException) failure.getCause();
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
    }

    /** Work on the rows {@code from..to-1} of one block. */
    @FunctionalInterface
    public interface BlockTask<W> {
        void run(W workspace, int block, int from, int to);
    }

    /** Work on the rows {@code from..to-1}. */
    @FunctionalInterface
    public interface RowTask {
        void run(int from, int to);
    }
}
