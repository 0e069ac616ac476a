package dev.linger.pipeline.audit;

import java.util.Locale;

/**
 * One check of a run in which something was changed on purpose.
 *
 * @param change what was done to the run
 * @param check what was looked at
 * @param figure what was found, NaN where it is no number
 * @param bound what was expected
 * @param verdict how it ended
 */
public record SanityCheck(String change, String check, double figure, String bound, Verdict verdict) {
    /** How a check ended. */
    public enum Verdict {
        PASS("pass"),
        FAIL("FAIL"),
        NOT_APPLICABLE("-");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        static Verdict of(boolean passed) {
            return passed ? PASS : FAIL;
        }
    }

    /** Passes where the figure is at most the bound. */
    public static SanityCheck atMost(String change, String check, double figure, double bound) {
        return of(change, check, figure, "<= " + shown(bound), figure <= bound);
    }

    /** Passes where the figure is at least the bound. */
    public static SanityCheck atLeast(String change, String check, double figure, double bound) {
        return of(change, check, figure, ">= " + shown(bound), figure >= bound);
    }

    /** Passes where the figure is within the bounds, both included. */
    public static SanityCheck within(String change, String check, double figure, double low, double high) {
        return of(change, check, figure, shown(low) + " .. " + shown(high), low <= figure && figure <= high);
    }

    /** Passes or not, without a number. */
    public static SanityCheck that(String change, String check, String bound, boolean passed) {
        return new SanityCheck(change, check, Double.NaN, bound, Verdict.of(passed));
    }

    /** Could not be checked. */
    public static SanityCheck notApplicable(String change, String check, String why) {
        return new SanityCheck(change, check, Double.NaN, why, Verdict.NOT_APPLICABLE);
    }

    public boolean failed() {
        return verdict == Verdict.FAIL;
    }

    /** A figure that does not apply to this run leaves the check open. */
    private static SanityCheck of(String change, String check, double figure, String bound, boolean passed) {
        Verdict verdict = Double.isNaN(figure) ? Verdict.NOT_APPLICABLE : Verdict.of(passed);
        return new SanityCheck(change, check, figure, bound, verdict);
    }

    private static String shown(double bound) {
        return String.format(Locale.ROOT, "%.4f", bound);
    }
}
