package dev.linger.data.synthetic;

/**
 * How long a shown video plays, in milliseconds.
 *
 * <ol>
 *   <li>With odds {@code skipShare / (1 - skipShare) * exp(-skipSlope * pull)} it is swiped away after a second or so.
 *   <li>Else it plays {@code typicalPlayMillis * exp(pull + noiseSpread * N(0, 1))}, starting again at its end; of those
 *       who reach the end, {@code stopAtEndShare} stop there.
 *   <li>With chance {@code leftRunningShare} it is left running: a ratio of 5 to 573 with a Pareto tail.
 * </ol>
 */
final class Watching {
    private static final double SKIP_MILLIS = 1_300;
    private static final double SKIP_SPREAD = 0.7;
    /** Who stops at the end needs up to this long to swipe. */
    private static final int SWIPE_MILLIS = 400;

    private static final double LEFT_RUNNING_RATIO = 5;
    private static final double LONGEST_RATIO = 573;

    private final PlantedModel model;

    Watching(PlantedModel model) {
        this.model = model;
    }

    int playMillis(int user, int video, Draws draws) {
        ModelParameters parameters = model.parameters();
        int duration = model.catalogue().durationMillis(video);
        double pull = model.pull(user, video);
        if (draws.chance(skipChance(pull))) {
            return (int) (SKIP_MILLIS * draws.factor(SKIP_SPREAD));
        }
        if (draws.chance(parameters.leftRunningShare())) {
            return (int) (duration * StrictMath.min(LONGEST_RATIO, LEFT_RUNNING_RATIO / (1 - draws.uniform())));
        }
        double play = parameters.typicalPlayMillis() * StrictMath.exp(pull) * draws.factor(parameters.noiseSpread());
        if (play > duration && draws.chance(parameters.stopAtEndShare())) {
            return duration + draws.below(SWIPE_MILLIS);
        }
        return (int) play;
    }

    private double skipChance(double pull) {
        double share = model.parameters().skipShare();
        double odds = share / (1 - share) * StrictMath.exp(-model.parameters().skipSlope() * pull);
        return odds / (1 + odds);
    }
}
