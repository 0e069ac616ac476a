package dev.linger.serving.http;

/** Told of every request. */
public interface RequestLog {
    /**
     * A reply is about to be written.
     *
     * @param template of its route, {@code none} where it has none
     */
    void replied(String template, int status, long nanos);

    /** Something failed that should not have. */
    void failed(String template, Throwable failure);
}
