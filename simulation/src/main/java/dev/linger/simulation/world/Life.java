package dev.linger.simulation.world;

/**
 * How the planted world goes on; {@link LivingWorld} has the formulas.
 *
 * @param drift standard deviation of what a day adds to a taste
 * @param fatigue by how much a topic that all of the last plays had lowers the pull of one more
 * @param remembered how many last plays tire
 * @param ageing by how much 30 days lower the pull of a video
 * @param visitShare share of the days on which a user of mean activity comes
 * @param uploadsPerDay by all creators together, while all are there and watched alike
 * @param response how much more a creator uploads who is watched twice as much as the mean
 * @param churn chance of a day that a creator whom nobody watches gives up
 */
public record Life(
        double drift,
        double fatigue,
        int remembered,
        double ageing,
        double visitShare,
        double uploadsPerDay,
        double response,
        double churn) {
    /** Tastes keep about .6 of themselves over a month, and a user comes every other day. */
    public static final Life DEFAULT = new Life(
            /* drift= */ 0.15,
            /* fatigue= */ 0.4,
            /* remembered= */ 20,
            /* ageing= */ 0.1,
            /* visitShare= */ 0.5,
            /* uploadsPerDay= */ 20,
            /* response= */ 0.5,
            /* churn= */ 0.03);
}
