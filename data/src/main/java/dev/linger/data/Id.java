package dev.linger.data;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a user or a video is called outside: a whole number, or a text. Two are equal where both are numbers or both texts, and
 * they are written alike; numbers come before texts, numbers ascend, texts ascend by code points.
 *
 * @param number the number, 0 where it is a text
 * @param text the text, null where it is a number
 */
public record Id(long number, @Nullable String text) implements Comparable<Id> {
    /** How numbers are written. */
    static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    /** So many characters of UTF-16 a text may have. */
    public static final int LONGEST = 256;

    public Id {
        if (text != null) {
            if (number != 0) {
                throw new IllegalArgumentException("an id is a number or a text but was " + number + " and " + text);
            }
            String fault = fault(text);
            if (!fault.isEmpty()) {
                throw new IllegalArgumentException("an id " + fault);
            }
        }
    }

    public static Id of(long number) {
        return new Id(number, null);
    }

    /**
     * The text as an id.
     *
     * @throws IllegalArgumentException with the {@link #fault} of the text, where it has one
     */
    public static Id of(String text) {
        return new Id(0, text);
    }

    /**
     * The id that is written so, where nothing says of which kind it is: a number where it can be one.
     *
     * @throws IllegalArgumentException with the {@link #fault} of the text, where it has one
     */
    public static Id written(String text) {
        return WHOLE.matcher(text).matches() ? of(Long.parseLong(text)) : of(text);
    }

    /** What keeps a text from being an id, as the rest of a sentence; "" where nothing does. */
    public static String fault(String text) {
        if (text.isEmpty()) {
            return "must not be empty";
        }
        if (text.length() > LONGEST) {
            return "must have at most " + LONGEST + " characters but has " + text.length();
        }
        if (text.strip().length() != text.length()) {
            return "must not begin or end with a blank";
        }
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            if (Character.isISOControl(c)) {
                return "must not hold a control character";
            }
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                return "must not hold half of a surrogate pair";
            }
        }
        return "";
    }

    public boolean isText() {
        return text != null;
    }

    @Override
    public int compareTo(Id other) {
        if (text != null && other.text != null) {
            return PackedTexts.compare(
                    text.getBytes(StandardCharsets.UTF_8), other.text.getBytes(StandardCharsets.UTF_8));
        }
        return isText() == other.isText() ? Long.compare(number, other.number) : isText() ? 1 : -1;
    }

    /** As it is written outside. */
    @Override
    public String toString() {
        return text == null ? Long.toString(number) : text;
    }
}
