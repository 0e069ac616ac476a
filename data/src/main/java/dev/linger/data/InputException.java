package dev.linger.data;

/**
 * A mistake in what the user gave: a file, a cell, a key, an option. The message says what is wrong, where it stands,
 * and what to do; it is shown without a stack trace.
 */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
