package dev.linger.serving.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has a route.
 *
 * @param path values of the places in the path, by name
 * @param query values of the parameters that were given, by name
 * @param body empty where the route takes none
 * @param arrivedNanos when its headers had been read, on the clock of {@link System#nanoTime}
 */
public record Call(Map<String, String> path, Map<String, List<String>> query, byte[] body, long arrivedNanos) {
    public Call {
        path = Map.copyOf(path);
        query = Map.copyOf(query);
    }

    /**
     * An id in the path.
     *
     * @throws ApiException where it is no whole number
     */
    public long id(String name) {
        return number(name, text(name));
    }

    /**
     * A text in the path.
     *
     * @throws ApiException where its percent signs are followed by no bytes
     */
    public String text(String name) {
        return decoded(name, path.getOrDefault(name, ""));
    }

    /**
     * A whole number in the query.
     *
     * @throws ApiException where it is given twice, is none, or is out of 1..most
     */
    public int count(String name, int otherwise, int most) {
        Optional<String> given = single(name);
        long value = given.map(text -> number(name, text)).orElse((long) otherwise);
        if (value < 1 || value > most) {
            throw ApiException.mistake(name + " must be in 1.." + most + " but is " + value);
        }
        return (int) value;
    }

    /**
     * A switch in the query.
     *
     * @throws ApiException where it is neither true nor false
     */
    public boolean isOn(String name) {
        String value = single(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw ApiException.mistake(name + " must be true or false but is " + shown(value));
        }
        return value.equals("true");
    }

    /**
     * Ids in the query, joined by commas.
     *
     * @throws ApiException where one is no whole number, or they are too many
     */
    public List<Long> ids(String name, int most) {
        return parts(name, most).stream().map(text -> number(name, text)).toList();
    }

    /**
     * Texts in the query, joined by commas; a comma or percent sign of a text is written %2C or %25.
     *
     * @throws ApiException where one is malformed, or they are too many
     */
    public List<String> texts(String name, int most) {
        return parts(name, most).stream().map(text -> decoded(name, text)).toList();
    }

    private List<String> parts(String name, int most) {
        String value = single(name).orElse("");
        if (value.isEmpty()) {
            return List.of();
        }
        String[] texts = value.split(",", most + 2);
        if (texts.length > most) {
            throw ApiException.mistake(name + " must be at most " + most + " ids, joined by commas");
        }
        return List.of(texts);
    }

    private static String decoded(String name, String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw ApiException.mistake(name + " is malformed: percent signs must be followed by the bytes of UTF-8");
        }
    }

    private Optional<String> single(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ApiException.mistake(name + " is given " + values.size() + " times; give it once");
        }
        return values.stream().findFirst();
    }

    private static long number(String name, String text) {
        if (!text.matches("-?[0-9]{1,19}")) {
            throw ApiException.mistake(name + " must be a whole number but is " + shown(text));
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException tooLarge) {
            throw ApiException.mistake(name + " must be a whole number of 64 bits but is " + text);
        }
    }

    private static String shown(String text) {
        return "\"" + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + "\"";
    }
}
