package dev.linger.serving.http;

import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/** Checks a request, hands it to its route, and writes what comes back. */
final class ApiHandler extends Handler.Abstract {
    private static final List<String> OF_PROXIES = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private final Routes routes;
    private final ApiKeys keys;
    private final RequestLog log;

    ApiHandler(Routes routes, ApiKeys keys, RequestLog log) {
        this.routes = routes;
        this.keys = keys;
        this.log = log;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        long arrived = request.getHeadersNanoTime();
        String[] template = {"none"};
        CompletableFuture<Reply> reply;
        try {
            Routes.Matched matched = routes.of(request.getMethod(), String.valueOf(Request.getPathInContext(request)));
            template[0] = matched.route().template();
            requireAllowed(matched.route(), request);
            requireSmallHeaders(request);
            reply = reply(matched, request, arrived);
        } catch (RuntimeException failure) {
            reply = CompletableFuture.failedFuture(failure);
        }
        reply.handle((good, failure) -> failure == null ? good : failed(template[0], failure))
                .thenAccept(sent -> {
                    log.replied(template[0], sent.status(), System.nanoTime() - arrived);
                    ReplyWriter.write(sent, response, callback);
                })
                .exceptionally(failure -> {
                    callback.failed(failure);
                    return null;
                });
        return true;
    }

    private CompletableFuture<Reply> reply(Routes.Matched matched, Request request, long arrived) {
        Route route = matched.route();
        Map<String, List<String>> query = query(route, request);
        if (!route.takesBody()) {
            return route.action().apply(new Call(matched.path(), query, new byte[0], arrived));
        }
        return body(request).thenCompose(body -> route.action().apply(new Call(matched.path(), query, body, arrived)));
    }

    private void requireAllowed(Route route, Request request) {
        if (route.access() == Route.Access.OPEN) {
            return;
        }
        if (route.access() == Route.Access.LOOPBACK && !isFromHere(request)) {
            throw new ApiException(
                    403, "forbidden", "this path answers on the machine itself only, and not by a proxy");
        }
        if (!keys.allow(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
            throw new ApiException(
                    401,
                    "unauthorized",
                    "send one of the server's keys: Authorization: Bearer KEY",
                    Map.of("WWW-Authenticate", "Bearer"));
        }
    }

    /** Neither handed on by a proxy of this machine, nor sent by a page whose name was made to mean this machine. */
    private static boolean isFromHere(Request request) {
        String host = String.valueOf(Request.getServerName(request));
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress from
                && from.getAddress().isLoopbackAddress()
                && (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]") || host.equals("::1"))
                && OF_PROXIES.stream().noneMatch(request.getHeaders()::contains);
    }

    private static void requireSmallHeaders(Request request) {
        long bytes = 0;
        for (HttpField field : request.getHeaders()) {
            bytes += field.getName().length()
                    + 4L
                    + String.valueOf(field.getValue()).length();
        }
        if (bytes > Limits.HEADER_BYTES) {
            throw new ApiException(
                    431, "headers_too_large", "headers must be at most " + Limits.HEADER_BYTES + " bytes together");
        }
    }

    private static Map<String, List<String>> query(Route route, Request request) {
        Map<String, List<String>> query = new HashMap<>();
        for (Fields.Field field : fields(request)) {
            if (!route.parameters().contains(field.getName())) {
                throw ApiException.mistake("unknown parameter "
                        + field.getName()
                        + (route.parameters().isEmpty()
                                ? "; this path has none"
                                : NearestName.hint(field.getName(), route.parameters())));
            }
            query.put(field.getName(), new ArrayList<>(field.getValues()));
        }
        return query;
    }

    private static Fields fields(Request request) {
        try {
            return Request.extractQueryParameters(request);
        } catch (RuntimeException malformed) {
            throw ApiException.mistake("the query is malformed: percent signs must be followed by the bytes of UTF-8");
        }
    }

    private static CompletableFuture<byte[]> body(Request request) {
        String type = String.valueOf(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new ApiException(415, "unsupported_media_type", "send Content-Type: application/json");
        }
        ApiException tooLarge = new ApiException(
                413,
                "body_too_large",
                "a body must be at most " + Limits.BODY_BYTES + " bytes; send several",
                Map.of("Connection", "close"));
        if (request.getLength() > Limits.BODY_BYTES) {
            throw tooLarge;
        }
        CompletableFuture<byte[]> body = new CompletableFuture<>();
        Content.Source.asByteArrayAsync(request, Limits.BODY_BYTES, Promise.Invocable.toPromise(body));
        return body.exceptionally(failure -> {
            throw cause(failure) instanceof IllegalStateException
                    ? tooLarge
                    : ApiException.mistake("the body did not arrive whole");
        });
    }

    private Reply failed(String template, Throwable thrown) {
        Throwable failure = cause(thrown);
        if (failure instanceof ApiException told) {
            return told.reply();
        }
        if (failure instanceof InputException mistake) {
            return ApiException.mistake(String.valueOf(mistake.getMessage())).reply();
        }
        if (failure instanceof HttpException http && http.getCode() < 500) {
            return Reply.error(http.getCode(), "bad_request", String.valueOf(http.getReason()));
        }
        log.failed(template, failure);
        return Reply.error(500, "internal_error", "something failed that should not have; the server's log has more");
    }

    private static Throwable cause(Throwable thrown) {
        @Nullable Throwable inner = thrown instanceof CompletionException ? thrown.getCause() : null;
        return inner == null ? thrown : inner;
    }
}
