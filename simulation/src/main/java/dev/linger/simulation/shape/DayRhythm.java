package dev.linger.simulation.shape;

import dev.linger.data.Draws;

/**
 * How a user's plays spread over the days of the log. A day has weight
 *
 * <pre>
 * exp(spread * N(0, 1)) * (1 - fading * (days since the first) / (days from first to last)), 0 where the user is away
 * </pre>
 *
 * A passing user comes only on the days from a random one, for about {@code stayDays}.
 *
 * @param spread unevenness of a user's days
 * @param away chance that the user is away on a day
 * @param fading how much less is watched on the last day than on the first
 * @param spread unevenness of a user's days
 * @param away chance that the user is away on a day
 * @param fading how much less is watched on the last day than on the first
 * @param passingShare chance that a user is a passing one
 * @param stayDays mean of the days that a passing user stays
 */
public record DayRhythm(double spread, double away, double fading, double passingShare, double stayDays) {
    /** KuaiRec's rows a user and day have an sd of 1.2 times their mean. */
    static final DayRhythm EVEN = staying(0.8, 0, 0);

    /** All users come on any day. */
    static DayRhythm staying(double spread, double away, double fading) {
        return new DayRhythm(spread, away, fading, 0, 0);
    }

    /** Running sums of the weights of the days that the log may hold for one user. */
    public double[] cumulative(LogDays days, Draws draws) {
        double[] weights = new double[days.loggedCount()];
        boolean passes = passingShare > 0 && draws.chance(passingShare);
        int first = passes ? draws.below(weights.length) : 0;
        int end = passes ? Math.min(weights.length, first + 1 + (int) draws.exponential(stayDays)) : weights.length;
        boolean comes = false;
        while (!comes) {
            for (int at = first; at < end; at++) {
                double faded = 1 - fading * days.logged(at) / (days.count() - 1);
                weights[at] = draws.factor(spread) * faded;
                if (away > 0 && draws.chance(away)) {
                    weights[at] = 0;
                }
                comes |= weights[at] > 0;
            }
        }
        return Draws.cumulative(weights);
    }
}
