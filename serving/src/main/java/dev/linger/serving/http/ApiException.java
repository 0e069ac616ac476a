package dev.linger.serving.http;

import java.util.Map;

/** A request that is not fulfilled: a status, and what a client is told. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final transient Map<String, String> headers;

    public ApiException(int status, String code, String message) {
        this(status, code, message, Map.of());
    }

    public ApiException(int status, String code, String message, Map<String, String> headers) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.headers = Map.copyOf(headers);
    }

    /** What a client sent cannot be used: 400. */
    public static ApiException mistake(String message) {
        return new ApiException(400, "bad_request", message);
    }

    /** There is too much to do: 429. */
    public static ApiException tooBusy() {
        return new ApiException(
                429, "too_busy", "too many requests are waiting; ask again in a second", Map.of("Retry-After", "1"));
    }

    public int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> headers() {
        return headers;
    }

    Reply reply() {
        return Reply.error(status, code, String.valueOf(getMessage())).with(headers);
    }
}
