package dev.linger.spark.read;

import dev.linger.data.InputException;
import java.util.concurrent.Callable;

/** Jobs of a cluster, which fail on this machine with what failed on another. */
final class Told {
    private Told() {}

    /**
     * What a job gives.
     *
     * @throws InputException where a machine met a mistake of the user, as it was told there
     */
    static <R> R of(Callable<R> job) {
        try {
            return job.call();
        } catch (Exception failure) { // Spark throws checked ones, which it does not declare
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof InputException mistake) {
                    throw new InputException(String.valueOf(mistake.getMessage()), failure);
                }
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
            throw new IllegalStateException(failure);
        }
    }
}
