package dev.linger.simulation.shape;

import dev.linger.simulation.draw.Draws;

/**
 * How a user's plays spread over the days of the log. A day has weight
 *
 * <pre>
 * exp(spread * N(0, 1)) * (1 - fading * (days since the first) / (days from first to last)), 0 where the user is away
 * </pre>
 *
 * @param spread unevenness of a user's days
 * @param away chance that the user is away on a day
 * @param fading how much less is watched on the last day than on the first
 */
public record DayRhythm(double spread, double away, double fading) {
    /** KuaiRec's rows a user and day have an sd of 1.2 times their mean. */
    static final DayRhythm EVEN = new DayRhythm(0.8, 0, 0);

    /** Running sums of the weights of {@link LogDays#LOGGED} for one user. */
    public double[] cumulative(Draws draws) {
        double[] weights = new double[LogDays.LOGGED.length];
        boolean comes = false;
        while (!comes) {
            for (int at = 0; at < weights.length; at++) {
                double faded = 1 - fading * LogDays.LOGGED[at] / (LogDays.COUNT - 1);
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
