package dev.linger.candidates;

/**
 * {@code 0.5^x}, what is left after {@code x} half-lives: {@link StrictMath#pow} of 0.5 to the last bit, in a quarter of the time.
 *
 * <p>The logarithm of 0.5 is exactly -1, so of the general algorithm only its second half is left: {@code 2^(-n) * 2^z} with the
 * whole number n nearest to x and |z| at most about 1/2, where {@code 2^z = e^(z ln 2)} is a rational function.
 *
 * <p>Source: FDLIBM 5.3, e_pow.c, Sun Microsystems 1995, by which {@link StrictMath} is specified.
 */
final class PowerOfHalf {
    /** Beyond it results come near the least double, and are left to the library. */
    private static final double MOST = 1000;

    /** From here on x is split; e_pow.c compares upper halves of doubles. */
    private static final double LEAST_SPLIT = 0.5 + 0x1p-21;

    private static final long UPPER_HALF = 0xffff_ffff_0000_0000L;
    private static final int EXPONENT = 52;

    private static final double LN2 = 0x1.62e42fefa39efp-1;
    private static final double LN2_HIGH = 0x1.62e43p-1;
    private static final double LN2_LOW = -0x1.05c610ca86c39p-29;
    private static final double P1 = 0x1.555555555553ep-3;
    private static final double P2 = -0x1.6c16c16bebd93p-9;
    private static final double P3 = 0x1.1566aaf25de2cp-14;
    private static final double P4 = -0x1.bbd41c5d26bf1p-20;
    private static final double P5 = 0x1.6376972bea4d0p-25;

    private PowerOfHalf() {}

    /** {@code 0.5^x}. */
    static double of(double x) {
        double size = Math.abs(x);
        if (!(size < MOST) || x == 0.5) { // of which the library takes the square root
            return StrictMath.pow(0.5, x);
        }
        double power = -x;
        double high = upperHalf(power);
        double low = power - high;
        int whole = 0;
        if (size >= LEAST_SPLIT) {
            whole = (int) Math.copySign(size + 0.5, power);
            high -= whole;
        }
        double t = upperHalf(low + high);
        double u = t * LN2_HIGH;
        double v = (low - (t - high)) * LN2 + t * LN2_LOW;
        double z = u + v;
        double w = v - (z - u);
        double zz = z * z;
        double t1 = z - zz * (P1 + zz * (P2 + zz * (P3 + zz * (P4 + zz * P5))));
        double r = (z * t1) / (t1 - 2) - (w + z * w);
        double root = 1 - (r - z);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(root) + ((long) whole << EXPONENT));
    }

    private static double upperHalf(double value) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & UPPER_HALF);
    }
}
