package dev.linger.serving.http;

/** What a request may be at most. */
public final class Limits {
    /** Of a body. */
    public static final int BODY_BYTES = 1 << 20;

    /** Of all headers together. */
    public static final int HEADER_BYTES = 8 << 10;

    /** Of method, path, query and headers together: a query may list a thousand ids. */
    static final int HEAD_BYTES = 32 << 10;

    /** Connections at once. */
    static final int CONNECTIONS = 2_000;

    /** How long a connection may be silent. */
    static final int IDLE_MILLIS = 30_000;

    /** Below it a body does not arrive but trickle. */
    static final int BODY_BYTES_PER_SECOND = 100;

    private Limits() {}
}
