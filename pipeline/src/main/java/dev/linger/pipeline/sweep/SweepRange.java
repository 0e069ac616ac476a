package dev.linger.pipeline.sweep;

import dev.linger.data.InputException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of a key that a search draws from, {@code ranker.leaves=15..255} or {@code ranker.l2=0.1..100:log}. Between whole
 * numbers whole numbers are drawn; others are rounded to three digits.
 *
 * @param low the least value
 * @param high the greatest, above it
 * @param log whether their logarithms are uniform
 * @param whole whether values are whole numbers
 */
record SweepRange(String key, double low, double high, boolean log, boolean whole) {
    private static final Pattern FORM = Pattern.compile("([^=]+)=(-?[0-9.eE-]+?)\\.\\.(-?[0-9.eE-]+?)(:log)?");
    private static final Pattern WHOLE = Pattern.compile("-?\\d+");

    static SweepRange parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw mistake(text, "must be KEY=LOW..HIGH, or KEY=LOW..HIGH:log");
        }
        double low = number(text, form.group(2));
        double high = number(text, form.group(3));
        boolean log = form.group(4) != null;
        if (!(low < high)) {
            throw mistake(text, "the lower end must be below the upper one");
        }
        if (log && low <= 0) {
            throw mistake(text, "ends of a range of logarithms must be > 0");
        }
        boolean whole = WHOLE.matcher(form.group(2)).matches()
                && WHOLE.matcher(form.group(3)).matches();
        return new SweepRange(form.group(1), low, high, log, whole);
    }

    private static double number(String text, String part) {
        try {
            return Double.parseDouble(part);
        } catch (NumberFormatException notOne) {
            throw mistake(text, part + " is no number");
        }
    }

    private static InputException mistake(String text, String what) {
        return new InputException("--range " + text + ": " + what);
    }

    /** The setting of a value that is drawn. */
    String draw(SplittableRandom random) {
        double at = random.nextDouble();
        double widened = whole ? high + 1 : high;
        double value = log
                ? StrictMath.exp(StrictMath.log(low) + at * (StrictMath.log(widened) - StrictMath.log(low)))
                : low + at * (widened - low);
        if (whole) {
            return key + "=" + (long) Math.min(high, Math.floor(value));
        }
        return key + "=" + new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }
}
