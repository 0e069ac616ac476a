package dev.linger.data.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a cell as a number, an instant, a day or a list: read digit by digit, independent of locale and zone, and
 * never rounded on the way. Nothing here throws on a bad text; the caller knows file and line, and says so.
 */
public final class CellText {
    /** A whole number that is not there: the cell is empty. */
    public static final long EMPTY = Long.MIN_VALUE;
    /** A whole number that cannot be read. */
    public static final long BAD = Long.MIN_VALUE + 1;
    /** A day that cannot be read. */
    public static final int BAD_DAY = Integer.MIN_VALUE;

    /** Whole numbers below are doubles. */
    static final long EXACT_DIGITS = 1L << 53;

    private static final int MAX_DIGITS = 18;
    private static final long MAX_SECONDS = Long.MAX_VALUE / 1000 - 1;
    private static final double[] POWERS_OF_TEN = powersOfTen();
    private static final Pattern ZERO_FRACTION = Pattern.compile("(0|-?[1-9][0-9]*)\\.0+");

    private CellText() {}

    /**
     * Digits with an optional minus, such as {@code 3649}; {@link #EMPTY} or {@link #BAD} where there is no such number. A
     * number has one text: {@code 007} and {@code -0} are bad, for as ids they would be other names of 7 and 0.
     */
    public static long whole(char[] text, int offset, int length) {
        if (length == 0) {
            return EMPTY;
        }
        boolean negative = text[offset] == '-';
        int begin = negative ? offset + 1 : offset;
        int end = offset + length;
        if (begin == end || end - begin > MAX_DIGITS || (text[begin] == '0' && (negative || end - begin > 1))) {
            return BAD;
        }
        long value = 0;
        for (int at = begin; at < end; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return BAD;
            }
            value = value * 10 + digit;
        }
        return negative ? -value : value;
    }

    /** {@link #whole} of a text. */
    public static long whole(String text) {
        return whole(text.toCharArray(), 0, text.length());
    }

    /** {@link #whole} with an optional fraction of zeros, as {@code 20200705.0}: the trace of a column that was once a float. */
    public static long wholeOrZeroFraction(char[] text, int offset, int length) {
        int end = offset + length;
        int zeros = end;
        while (zeros > offset && text[zeros - 1] == '0') {
            zeros--;
        }
        boolean zeroFraction = zeros < end && zeros > offset + 1 && text[zeros - 1] == '.';
        return whole(text, offset, zeroFraction ? zeros - 1 - offset : length);
    }

    /** {@link #wholeOrZeroFraction} of a text. */
    public static long wholeOrZeroFraction(String text) {
        return wholeOrZeroFraction(text.toCharArray(), 0, text.length());
    }

    /**
     * Seconds in plain decimals as milliseconds: {@code 1593878903.438} is 1593878903438. Digits beyond the third are
     * rounded half up; a double would be exact to 0.2 microseconds here, a float to 128 seconds.
     */
    public static long secondsToMillis(char[] text, int offset, int length) {
        int end = offset + length;
        int dot = offset;
        while (dot < end && text[dot] != '.') {
            dot++;
        }
        long seconds = whole(text, offset, dot - offset);
        if (length == 0) {
            return EMPTY;
        }
        if (seconds == EMPTY || Math.abs(seconds) > MAX_SECONDS || dot == end - 1) {
            return BAD;
        }
        long fraction = fractionMillis(text, dot + 1, end);
        return fraction == BAD ? BAD : seconds * 1000 + (text[offset] == '-' ? -fraction : fraction);
    }

    private static long fractionMillis(char[] text, int begin, int end) {
        int millis = 0;
        int unit = 100;
        for (int at = begin; at < end; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return BAD;
            }
            millis += at == begin + 3 && digit >= 5 ? 1 : digit * unit;
            unit /= 10;
        }
        return millis;
    }

    /** The text without a fraction of zeros where the rest is a whole number of any length; else the text as it is. */
    public static String withoutZeroFraction(String text) {
        int dot = text.indexOf('.');
        return dot > 0 && ZERO_FRACTION.matcher(text).matches() ? text.substring(0, dot) : text;
    }

    /**
     * A decimal number, with or without exponent, such as {@code 0.5}, {@code -3} or {@code 5e-05}; NaN where the text is
     * none: {@code +5}, {@code 1.}, {@code .5}, {@code 007} and {@code -0} are what a slip leaves behind.
     */
    public static double number(char[] text, int offset, int length) {
        int end = offset + length;
        long digits = 0;
        int digitCount = 0;
        int scale = 0;
        boolean fraction = false;
        for (int at = offset; at < end; at++) {
            char c = text[at];
            if (c >= '0' && c <= '9' && digitCount < MAX_DIGITS) {
                digits = digits * 10 + (c - '0');
                digitCount += digits == 0 ? 0 : 1;
                scale += fraction ? 1 : 0;
            } else if (c == '.' && !fraction) {
                fraction = true;
            } else {
                return uncommonNumber(text, offset, end);
            }
        }
        // Two exact doubles divide to the nearest double (Clinger, PLDI 1990); else the library does it.
        boolean exact = digits < EXACT_DIGITS && scale < POWERS_OF_TEN.length && isNumber(text, offset, end);
        return exact ? scaled(digits, scale) : uncommonNumber(text, offset, end);
    }

    /** So many digits behind the point, of a number below {@link #EXACT_DIGITS} without its point. */
    static double scaled(long digits, int scale) {
        return digits / POWERS_OF_TEN[scale];
    }

    /** {@link #number} of a text. */
    public static double number(String text) {
        return number(text.toCharArray(), 0, text.length());
    }

    private static double uncommonNumber(char[] text, int offset, int end) {
        if (!isNumber(text, offset, end)) {
            return Double.NaN; // parseDouble would also take "NaN", "0x1p3" and "1d"
        }
        double value = Double.parseDouble(new String(text, offset, end - offset));
        return value == 0 && text[offset] == '-' ? Double.NaN : value;
    }

    /** Whether the text is {@code -?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?}. */
    private static boolean isNumber(char[] text, int offset, int end) {
        int begin = offset < end && text[offset] == '-' ? offset + 1 : offset;
        int at = digitsEnd(text, begin, end);
        if (at == begin || (text[begin] == '0' && at > begin + 1)) {
            return false;
        }
        if (at < end && text[at] == '.') {
            int fraction = digitsEnd(text, at + 1, end);
            if (fraction == at + 1) {
                return false;
            }
            at = fraction;
        }
        if (at < end && (text[at] == 'e' || text[at] == 'E')) {
            boolean signed = at + 1 < end && (text[at + 1] == '+' || text[at + 1] == '-');
            int exponent = at + (signed ? 2 : 1);
            at = digitsEnd(text, exponent, end);
            return at > exponent && at == end;
        }
        return at == end;
    }

    private static int digitsEnd(char[] text, int begin, int end) {
        int at = begin;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at;
    }

    /** Days since 1970-01-01 of {@code 20200705}, {@code 20200705.0} or {@code 2020-07-05}; {@link #BAD_DAY} for all else. */
    public static int day(String text) {
        boolean dashes = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        return day(
                dashes
                        ? whole(text.substring(0, 4) + text.substring(5, 7) + text.substring(8))
                        : wholeOrZeroFraction(text));
    }

    /** Days since 1970-01-01 of the number yyyymmdd; {@link #BAD_DAY} where there is no such day. */
    public static int day(long yearMonthDay) {
        if (yearMonthDay < 1000_01_01 || yearMonthDay > 9999_12_31) {
            return BAD_DAY;
        }
        int date = (int) yearMonthDay;
        try {
            return (int)
                    LocalDate.of(date / 10_000, date / 100 % 100, date % 100).toEpochDay();
        } catch (DateTimeException noSuchDay) {
            return BAD_DAY;
        }
    }

    /** The distinct numbers, ascending, of a list such as {@code [27, 9]}; null where the text is no list of numbers >= 0. */
    public static long @Nullable [] list(String text) {
        if (text.length() < 2 || text.charAt(0) != '[' || text.charAt(text.length() - 1) != ']') {
            return null;
        }
        String inside = withoutSpaces(text.substring(1, text.length() - 1));
        if (inside.isEmpty()) {
            return new long[0];
        }
        long[] numbers = Arrays.stream(inside.split(",", -1))
                .mapToLong(part -> whole(withoutSpaces(part)))
                .sorted()
                .distinct()
                .toArray();
        return numbers[0] < 0 ? null : numbers;
    }

    /** The text without spaces around it; blanks of other kinds stay, and make it no number. */
    private static String withoutSpaces(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && text.charAt(begin) == ' ') {
            begin++;
        }
        while (end > begin && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(begin, end);
    }

    private static double[] powersOfTen() {
        double[] powers = new double[23]; // 10^22 is the last that a double holds exactly
        powers[0] = 1;
        for (int exponent = 1; exponent < powers.length; exponent++) {
            powers[exponent] = powers[exponent - 1] * 10;
        }
        return powers;
    }
}
