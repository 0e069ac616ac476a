package dev.linger.pipeline.malformed;

import dev.linger.pipeline.malformed.Tally.Fault;
import java.util.List;

/** What every message to a person must be: one that names a place, is short and shows no insides. */
final class Messages {
    private static final int LONGEST = 4096;

    private Messages() {}

    /** Throws where the message is not fit for a person, or names none of the places. */
    static void check(String message, List<String> places) {
        if (message == null) {
            throw new Fault("refused without a message");
        }
        String shown = message.substring(0, Math.min(300, message.length()));
        if (message.length() > LONGEST) {
            throw new Fault("a message of " + message.length() + " characters: " + shown);
        }
        if (message.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            throw new Fault("a message with control characters: " + shown.replaceAll("\\p{Cntrl}", "?"));
        }
        if (message.matches("(?s).*\\n\\s+at [\\w.$]+\\(.*") || message.contains("Sorry, something failed")) {
            throw new Fault("a stack trace: " + shown);
        }
        if (message.matches("(?s).*(: null\\b|\\(null\\)).*")) {
            throw new Fault("a message that says null: " + shown);
        }
        if (places.stream().noneMatch(message::contains)) {
            throw new Fault("a message that names none of " + places + ": " + shown);
        }
    }
}
