package dev.linger.pipeline.config;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What to do about text that the JSON parser refuses, for the slips that are made most.
 *
 * @param complaint what the parser says
 * @param remedy what to do
 */
record JsonAdvice(Pattern complaint, String remedy) {
    /** The first that fits is given. */
    private static final List<JsonAdvice> ALL = List.of(
            of(
                    "character \\('[}\\]]' .*start field name|character \\(']' .*: expected a",
                    "remove the comma before it"),
            of("character \\('}' .*: expected a", "a value is missing before it"),
            of("character \\('#'", "a comment begins with // or stands in /* */"),
            of("double-quote to start|character \\('['\u2018\u201C]'", "keys and texts stand in \"\""),
            of("Duplicate field", "each key may stand once"),
            of("Non-standard token", "JSON has no such number"),
            of("Unrecognized token", "texts stand in \"\", truth values are true and false"),
            of("Decimal point|character \\('\\.' ", "a number has digits before and after its point"),
            of("Leading zeroes", "leave them out"),
            of("plus signs", "leave the sign out"));

    private static JsonAdvice of(String complaint, String remedy) {
        return new JsonAdvice(Pattern.compile(complaint, Pattern.DOTALL), remedy);
    }

    /** {@code "; do this"}, or nothing. */
    static String on(String complaint) {
        return ALL.stream()
                .filter(advice -> advice.complaint.matcher(complaint).find())
                .findFirst()
                .map(advice -> "; " + advice.remedy)
                .orElse("");
    }
}
