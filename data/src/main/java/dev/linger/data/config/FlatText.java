package dev.linger.data.config;

import dev.linger.data.InputException;
import java.util.ArrayList;
import java.util.List;

/** Texts within a line: quoted, and escaped as in JSON. */
final class FlatText {
    /** An empty Optional; no scalar is written like it. */
    static final String NONE = "(none)";

    private FlatText() {}

    static String quote(String text) {
        return '"' + escape(text, "\"\\") + '"';
    }

    /** A map's key within a path, which ends at "=" and whose steps are parted by dots. */
    static String step(String key) {
        return escape(key, "\\.=\"");
    }

    private static String escape(String text, String special) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean plain = letter >= ' ' && letter < 0x7f && special.indexOf(letter) < 0;
            if (plain) {
                escaped.append(letter);
            } else {
                String hex = Integer.toHexString(letter);
                escaped.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
            }
        }
        return escaped.toString();
    }

    /** The quoted texts of a value, parted by commas; the empty value has none. */
    static List<String> unquoteAll(String path, String value) {
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (at < value.length()) {
            int end = value.indexOf('"', at + 1);
            if (value.charAt(at) != '"' || end < 0) {
                throw malformed(path, value);
            }
            texts.add(unescape(path, value.substring(at + 1, end)));
            at = end + 1;
            boolean more = at < value.length();
            if (more && (value.charAt(at) != ',' || ++at == value.length())) {
                throw malformed(path, value);
            }
        }
        return texts;
    }

    private static String unescape(String path, String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        for (int at = 0; at < escaped.length(); at++) {
            char letter = escaped.charAt(at);
            if (letter != '\\') {
                text.append(letter);
                continue;
            }
            String code = escaped.substring(at + 1, Math.min(at + 6, escaped.length()));
            if (!code.matches("u[0-9a-f]{4}")) {
                throw malformed(path, escaped);
            }
            text.append((char) Integer.parseInt(code.substring(1), 16));
            at += 5;
        }
        return text.toString();
    }

    private static InputException malformed(String path, String value) {
        return new InputException(path + " must be text in double quotes but is " + value);
    }
}
