package dev.linger.serving.http;

import dev.linger.data.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that can be asked.
 *
 * @param all the routes; no path is of two of one method
 */
public record Routes(List<Route> all) {
    public Routes {
        all = List.copyOf(all);
    }

    /** A route, and the values of the places in its path. */
    record Matched(Route route, Map<String, String> path) {}

    /**
     * The route of a request; HEAD has that of GET.
     *
     * @throws ApiException where there is none: 404, or 405 with what the path allows
     */
    Matched of(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        Set<String> allowed = new TreeSet<>();
        for (Route route : all) {
            Map<String, String> values = route.match(path).orElse(null);
            if (values != null && route.method().equals(wanted)) {
                return new Matched(route, values);
            }
            if (values != null) {
                allowed.add(route.method());
            }
        }
        if (allowed.isEmpty()) {
            List<String> paths = all.stream().map(Route::template).toList();
            throw new ApiException(404, "not_found", "there is nothing at this path" + NearestName.hint(path, paths));
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        throw new ApiException(
                405,
                "method_not_allowed",
                "this path allows " + String.join(", ", allowed),
                Map.of("Allow", String.join(", ", allowed)));
    }
}
