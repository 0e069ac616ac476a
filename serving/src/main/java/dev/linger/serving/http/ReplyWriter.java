package dev.linger.serving.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes replies, with the headers that every reply has. */
final class ReplyWriter {
    private ReplyWriter() {}

    static void write(Reply reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        addHeaders(reply, response.getHeaders());
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }

    /** What is served is no document of a page but its own, runs nothing, and is kept by nobody. */
    static void addHeaders(Reply reply, HttpFields.Mutable headers) {
        headers.put(new HttpField(HttpHeader.CONTENT_TYPE, reply.type()));
        headers.put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        reply.headers().forEach(headers::put);
    }
}
