package dev.linger.serving.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Work that waits for one of few threads; what would wait behind too much is refused at once. */
public final class WorkQueue implements AutoCloseable {
    private static final long DRAIN_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final int room;

    /**
     * An empty queue.
     *
     * @param threads that work
     * @param room how much may wait
     */
    public WorkQueue(int threads, int room) {
        AtomicInteger number = new AtomicInteger();
        this.room = room;
        this.threads = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(room),
                work -> new Thread(work, "answers-" + number.incrementAndGet()));
        this.threads.prestartAllCoreThreads();
    }

    /**
     * Lets work wait for its turn.
     *
     * @throws ApiException where too much waits
     */
    public CompletableFuture<Reply> submit(Supplier<Reply> work) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    reply.complete(work.get());
                } catch (RuntimeException | Error failure) {
                    reply.completeExceptionally(failure);
                }
            });
        } catch (RejectedExecutionException full) {
            throw ApiException.tooBusy();
        }
        return reply;
    }

    /** How much is waiting. */
    public int waiting() {
        return threads.getQueue().size();
    }

    /** How much may wait. */
    public int room() {
        return room;
    }

    /** Finishes what waits. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stop) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
