package dev.linger.serving.api;

import dev.linger.serving.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** The page for people, and the description for programs: files of the jar. */
final class Page {
    private Page() {}

    /** The page. The browser runs nothing but its one script, and asks nobody but this server. */
    static Reply html() {
        String html = resource("page.html");
        String policy = "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; img-src data:;"
                + " frame-ancestors 'none'; script-src '" + digest(between(html, "<script>", "</script>"))
                + "'; style-src '" + digest(between(html, "<style>", "</style>")) + "'";
        return Reply.text("text/html;charset=utf-8", html).with(Map.of("Content-Security-Policy", policy));
    }

    /** The description of all routes, OpenAPI 3.1. */
    static Reply openApi() {
        return Reply.text("application/json", resource("openapi.json"));
    }

    private static String between(String text, String begin, String end) {
        return text.substring(text.indexOf(begin) + begin.length(), text.indexOf(end));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java runtime has SHA-256", never);
        }
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Page.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }
}
