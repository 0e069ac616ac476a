package dev.linger.pipeline.malformed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a cell says, told by patterns and exact decimals. Anything but the plainest form of a number is a fault: a reader
 * may refuse it or count it, and may not take it for a number without a word.
 *
 * @param value a Long, Integer (a day), Float, String or Set of Long; null where the cell is missing or says nothing
 * @param sure whether a reader must take this value; else it may take the cell for faulty too
 * @param faulty whether a rule must count the cell
 * @param nothing whether the cell may be read as missing without a word
 */
record SlowCell(Object value, boolean sure, boolean faulty, boolean nothing) {
    private static final SlowCell FAULTY = new SlowCell(null, false, true, false);

    /** Words that are never a value. */
    private static final Set<String> NOTHING =
            Set.of("", "NaN", "nan", "NULL", "null", "None", "\\N", "UNKNOWN", "-124", "-124.0");

    /** Words that may be one. */
    private static final Set<String> PERHAPS_NOTHING =
            Set.of("nan", "null", "none", "na", "n/a", "nil", "undefined", "#n/a", "<na>", "nat", "unknown", "-");

    private static final String WHOLE = "0|[1-9][0-9]{0,17}";
    private static final String DECIMAL = "(0|[1-9][0-9]*)(\\.[0-9]+)?";
    private static final BigDecimal BEYOND = BigDecimal.valueOf(1L << 53);

    static SlowCell of(SoundData.Kind kind, String bytes) {
        String text = SlowRows.decoded(bytes);
        if (text == null || text.chars().anyMatch(Character::isISOControl)) {
            return FAULTY;
        }
        return switch (kind) {
            case USER, VIDEO, MILLIS -> text.matches(WHOLE) ? sure(Long.valueOf(text)) : FAULTY;
            case SECONDS -> seconds(text);
            case DATE, DAY -> date(text);
            case RATIO -> ratio(text);
            case COUNT -> text.matches(".*\\..*[1-9].*") ? number(text).unsure() : number(text);
            case MEASURE -> number(text);
            case FLAG -> flag(text);
            case CATEGORY -> category(text);
            case LIST -> list(text);
        };
    }

    /** As a reader may have it that takes the cell for faulty, or for missing. */
    SlowCell unsure() {
        return new SlowCell(value, false, faulty, nothing);
    }

    /** As a cell that nothing is made of: a reader may take it for faulty, and need not. */
    SlowCell unread() {
        return new SlowCell(value, sure, false, true);
    }

    /** The same as a fault. */
    SlowCell asFault() {
        return new SlowCell(value, false, true, nothing);
    }

    /** Missing; a word other than those of the source may also be counted. */
    private static SlowCell missing(String text) {
        boolean ofSource = text.isEmpty() || text.equals("UNKNOWN") || text.startsWith("-124");
        return new SlowCell(null, ofSource, false, true);
    }

    private static boolean isNothing(String text) {
        return NOTHING.contains(text) || PERHAPS_NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    private static SlowCell sure(Object value) {
        return new SlowCell(value, true, false, false);
    }

    /** Milliseconds, half of one rounded up. */
    private static SlowCell seconds(String text) {
        if (!text.matches(DECIMAL) || text.length() > 40) {
            return FAULTY;
        }
        BigDecimal millis = new BigDecimal(text).movePointRight(3).setScale(0, RoundingMode.HALF_UP);
        return millis.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0 ? sure(millis.longValueExact()) : FAULTY;
    }

    private static SlowCell date(String text) {
        if (isNothing(text)) {
            return missing(text);
        }
        boolean plain = text.matches("[0-9]{8}(\\.0)?");
        if (!plain && !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return FAULTY;
        }
        String digits = text.replace("-", "").substring(0, 8);
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
            boolean usual = day.getYear() >= 1900 && day.getYear() < 2100;
            return new SlowCell((int) day.toEpochDay(), plain && usual, false, false);
        } catch (DateTimeException noSuchDay) {
            return FAULTY;
        }
    }

    /** A ratio is not used, only compared: a sign or a bare point does no harm where the number agrees. */
    private static SlowCell ratio(String text) {
        boolean harmless = text.matches("[+]?[0-9]{0,9}[.]?[0-9]{0,9}") && text.matches(".*[0-9].*");
        return harmless ? new SlowCell(Float.valueOf(text), text.matches(DECIMAL), false, false) : number(text);
    }

    private static SlowCell number(String text) {
        if (isNothing(text)) {
            return text.startsWith("-124") ? missing(text).unsure() : missing(text);
        }
        if (!text.matches("(" + DECIMAL + ")([eE][+-]?[0-9]{1,2})?") || text.length() > 40) {
            return FAULTY;
        }
        BigDecimal exact = new BigDecimal(text);
        if (exact.compareTo(BEYOND) >= 0) {
            return FAULTY;
        }
        // A float holds whole numbers up to 2^24; a reader may take larger ones as the nearest, or refuse them.
        boolean sure = text.matches(DECIMAL) && text.length() < 17 && exact.compareTo(BigDecimal.valueOf(1 << 24)) <= 0;
        return new SlowCell(exact.floatValue(), sure, false, false);
    }

    private static SlowCell flag(String text) {
        if (isNothing(text)) {
            return missing(text);
        }
        return text.matches("[01](\\.0{1,5})?")
                ? new SlowCell(Float.valueOf(text), text.length() == 1, false, false)
                : FAULTY;
    }

    /** Whole numbers are levels without a fraction of zeros; any other text is a level as it stands. */
    private static SlowCell category(String text) {
        if (NOTHING.contains(text)) {
            return missing(text);
        }
        if (isNothing(text)) {
            return new SlowCell(text, false, false, true);
        }
        boolean isWhole = text.matches("(-?[1-9][0-9]{0,17}|0)(\\.0+)?");
        boolean plain = text.equals(text.strip()) && !text.matches("[-+.]?[0-9].*") && text.length() < 1000;
        String level = isWhole ? text.replaceAll("\\.0+$", "") : text;
        return new SlowCell(level, plain || (isWhole && !text.startsWith("-")), false, false);
    }

    private static SlowCell list(String text) {
        if (isNothing(text)) {
            return new SlowCell(Set.of(), text.isEmpty(), false, true);
        }
        if (!text.matches("\\[ *((" + WHOLE + ")( *, *(" + WHOLE + "))*)? *]")) {
            return FAULTY;
        }
        Set<Long> numbers = new TreeSet<>();
        Arrays.stream(text.replaceAll("[\\[\\] ]", "").split(","))
                .filter(number -> !number.isEmpty())
                .forEach(number -> numbers.add(Long.valueOf(number)));
        return sure(numbers);
    }
}
