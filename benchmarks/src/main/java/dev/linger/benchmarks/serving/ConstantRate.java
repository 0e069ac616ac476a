package dev.linger.benchmarks.serving;

import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls that are due at a constant rate, the n-th at n / rate, whether or not those before it were answered. One thread sends
 * them. Where a server keeps more than {@link #MOST_OPEN} unanswered the next one waits, and its latency has that wait in it.
 *
 * @param perSecond above 0
 * @param warmUpCalls are sent first and not counted
 * @param calls are counted
 */
record ConstantRate(double perSecond, long warmUpCalls, long calls) {
    static final int MOST_OPEN = 2_000;

    ConstantRate {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("calls a second must be > 0 but were " + perSecond);
        }
    }

    /**
     * Sends all and waits for the answers.
     *
     * @param begin when the first one is due, of {@link System#nanoTime}
     * @param call sends one and gives its status
     * @param latencies gets those that count; a status of 400 or more is a failure
     * @return the most that one was sent after it was due, in nanoseconds
     */
    long run(long begin, Supplier<CompletableFuture<Integer>> call, Latencies latencies) {
        Semaphore open = new Semaphore(MOST_OPEN);
        long latest = 0;
        for (long n = 0; n < warmUpCalls + calls; n++) {
            long due = begin + (long) (n * 1e9 / perSecond);
            sleepUntil(due);
            open.acquireUninterruptibly();
            boolean counts = n >= warmUpCalls;
            if (counts) {
                latest = Math.max(latest, System.nanoTime() - due);
            }
            var unused = call.get().whenComplete((status, failure) -> {
                if (counts) {
                    record(System.nanoTime() - due, status, failure, latencies);
                }
                open.release();
            });
        }
        open.acquireUninterruptibly(MOST_OPEN);
        return latest;
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void record(long nanos, @Nullable Integer status, @Nullable Throwable failure, Latencies latencies) {
        if (status == null) {
            latencies.failed(reason(failure));
        } else if (status >= 400) {
            latencies.failed("status " + status);
        } else {
            latencies.answered(nanos);
        }
    }

    private static String reason(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof HttpTimeoutException ? "no answer in time" : String.valueOf(cause);
    }
}
