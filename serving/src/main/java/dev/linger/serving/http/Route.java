package dev.linger.serving.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One thing that can be asked.
 *
 * @param method of HTTP
 * @param template its path, with places in braces, as {@code /v1/users/{id}/recommendations}
 * @param parameters names that the query may have
 * @param access who may ask
 * @param action what is done; it may fail with an {@link ApiException}
 */
public record Route(String method, String template, List<String> parameters, Access access, Action action) {
    /** Who may ask. */
    public enum Access {
        /** Everybody. */
        OPEN,

        /** Who has a key, where the server has keys. */
        KEY,

        /** The same, from the machine itself. */
        LOOPBACK
    }

    /** What is done for a request, now or later. */
    @FunctionalInterface
    public interface Action {
        CompletableFuture<Reply> apply(Call call);
    }

    public Route {
        parameters = List.copyOf(parameters);
    }

    boolean takesBody() {
        return method.equals("POST");
    }

    /** The values of the places where the path is of this route. */
    Optional<Map<String, String>> match(String path) {
        String[] places = template.split("/", -1);
        String[] parts = path.split("/", -1);
        if (places.length != parts.length) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < places.length; at++) {
            if (places[at].startsWith("{")) {
                values.put(places[at].substring(1, places[at].length() - 1), parts[at]);
            } else if (!places[at].equals(parts[at])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
