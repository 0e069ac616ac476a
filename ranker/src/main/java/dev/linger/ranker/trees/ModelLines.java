package dev.linger.ranker.trees;

import dev.linger.data.InputException;
import java.util.List;

/** The lines of a model's text, read forward; whatever is not as expected is an error that names its line. */
final class ModelLines {
    private static final String NUMBER_CHARACTERS = "0123456789+-.eE";

    private final String where;
    private final List<String> lines;
    private int next;
    private long charactersRead;

    ModelLines(String where, String text) {
        this.where = where;
        this.lines = List.of(text.split("\n", -1));
    }

    /** Characters of the lines read so far, line ends included. */
    long charactersRead() {
        return charactersRead;
    }

    /** The next line, which stays the next. */
    String peek() {
        if (next >= lines.size()) {
            throw new InputException(
                    where + ", line " + (next + 1) + ": the text ends too early; train the model again");
        }
        return lines.get(next);
    }

    String read() {
        String line = peek();
        next++;
        charactersRead += line.length() + 1L;
        return line;
    }

    /** Reads a line that must be exactly this. */
    void expect(String expected) {
        String line = read();
        if (!line.equals(expected)) {
            throw damaged("expected '" + expected + "' but found '" + shortened(line) + "'");
        }
    }

    /** Reads a line {@code key=value} and returns the value. */
    String value(String key) {
        String line = read();
        if (!line.startsWith(key + "=")) {
            throw damaged("expected '" + key + "=' but found '" + shortened(line) + "'");
        }
        return line.substring(key.length() + 1);
    }

    /** Reads a line {@code key=value} whose value is a whole number in the range. */
    int integer(String key, int least, int most) {
        return integer(key, value(key), least, most);
    }

    /** Reads a line {@code key=a b c} of so many words. */
    String[] words(String key, int count) {
        String value = value(key);
        String[] words = value.isEmpty() ? new String[0] : value.split(" ", -1);
        if (words.length != count) {
            throw damaged(key + " must have " + count + " values but has " + words.length);
        }
        return words;
    }

    /** Reads a line of so many whole numbers in the range. */
    int[] integers(String key, int count, int least, int most) {
        String[] words = words(key, count);
        int[] values = new int[count];
        for (int at = 0; at < count; at++) {
            values[at] = integer(key, words[at], least, most);
        }
        return values;
    }

    /** Reads a line of so many finite numbers. */
    double[] numbers(String key, int count) {
        String[] words = words(key, count);
        double[] values = new double[count];
        for (int at = 0; at < count; at++) {
            values[at] = number(key, words[at]);
        }
        return values;
    }

    double number(String key, String word) {
        boolean plain = word.chars().allMatch(character -> NUMBER_CHARACTERS.indexOf(character) >= 0);
        try {
            double value = plain ? Double.parseDouble(word) : Double.NaN;
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw damaged(key + " must hold numbers but holds '" + shortened(word) + "'", notANumber);
        }
        throw damaged(key + " must hold finite numbers but holds '" + shortened(word) + "'");
    }

    long integer(String key, String word, long least, long most) {
        try {
            long value = Long.parseLong(word);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw damaged(key + " must be a whole number but is '" + shortened(word) + "'", notANumber);
        }
        throw damaged(key + " must be in " + least + ".." + most + " but is " + word);
    }

    private int integer(String key, String word, int least, int most) {
        return (int) integer(key, word, (long) least, (long) most);
    }

    /** The error that the line just read is not as it must be. */
    InputException damaged(String what) {
        return new InputException(message(what));
    }

    InputException damaged(String what, Throwable cause) {
        return new InputException(message(what), cause);
    }

    private String message(String what) {
        return where + ", line " + next + ": " + what + "; the model is damaged, train it again";
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
