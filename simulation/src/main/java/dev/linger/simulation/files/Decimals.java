package dev.linger.simulation.files;

/** Decimal fractions of six digits, written from integers: how a double is printed depends on the Java version. */
final class Decimals {
    private static final long SCALE = 1_000_000;

    private Decimals() {}

    /** The quotient of two numbers >= 0, rounded half up: 13838 / 10867 is 1.273397. */
    static String ratio(long numerator, long denominator) {
        return text((2 * SCALE * numerator + denominator) / (2 * denominator));
    }

    /** A number >= 0, rounded half to even. */
    static String text(double number) {
        return text((long) StrictMath.rint(number * SCALE));
    }

    private static String text(long millionths) {
        String digits = Long.toString(SCALE + millionths % SCALE);
        return millionths / SCALE + "." + digits.substring(1);
    }
}
