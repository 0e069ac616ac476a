package dev.linger.data.kuairec;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A part of the reading that goes on beside the rest, on a thread of its own, until its result is asked for. Closed
 * before that, it is broken off and waited for.
 */
final class BackgroundTask<R> implements AutoCloseable {
    private final FutureTask<R> task;
    private final Thread thread;

    private BackgroundTask(Callable<R> part, String name) {
        task = new FutureTask<>(part);
        thread = new Thread(task, "linger-reading-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    static <R> BackgroundTask<R> start(String name, Callable<R> part) {
        return new BackgroundTask<>(part, name);
    }

    /** What the part gave, or the exception that ended it, as it was thrown. */
    R result() {
        try {
            return task.get();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", interrupt);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    @Override
    public void close() {
        task.cancel(true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException interrupt) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
