package dev.linger.serving.store;

/** Plays were not written, and none of them is acknowledged; the message says why. */
public final class StoreFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreFailedException(String message) {
        super(message);
    }

    StoreFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
