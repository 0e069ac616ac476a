package dev.linger.simulation.shape;

import java.util.List;

/**
 * How people treat a video that is shown to them; {@code Watching} has the formulas. A spread is a standard deviation of
 * the logarithm of play time.
 *
 * @param typicalPlayMillis play time of an average person and video, whatever the video's length
 * @param noiseSpread the part of a play that nobody can predict
 * @param skipShare chance that an average play is swiped away at once
 * @param skipSlope how much faster the odds of a skip fall than the play time rises
 * @param skipMillis play time of a typical skip
 * @param skipSpread its spread
 * @param stopAtEndShare chance that who reaches the end stops there instead of letting the video start again
 * @param swipeMillis who stops at the end needs up to this long to swipe
 * @param leftRunningShare chance that a video is left running: KuaiRec's ratios reach 573
 * @param leftRunningRatio the least ratio of one left running
 * @param levels the watch ratios that there are, ascending; a play is of the nearest. None where there is any ratio
 */
public record WatchHabit(
        double typicalPlayMillis,
        double noiseSpread,
        double skipShare,
        double skipSlope,
        double skipMillis,
        double skipSpread,
        double stopAtEndShare,
        int swipeMillis,
        double leftRunningShare,
        double leftRunningRatio,
        List<Double> levels) {
    /** Whether nothing plays on after its end. */
    public boolean endsWithVideo() {
        return stopAtEndShare == 1;
    }

    static final WatchHabit OF_CLEAR_TOPICS = new WatchHabit(
            /* typicalPlayMillis= */ 8_000,
            /* noiseSpread= */ 0.5,
            /* skipShare= */ 0.25,
            /* skipSlope= */ 2.0,
            /* skipMillis= */ 1_300,
            /* skipSpread= */ 0.7,
            /* stopAtEndShare= */ 0.3,
            /* swipeMillis= */ 400,
            /* leftRunningShare= */ 0.0,
            /* leftRunningRatio= */ 5,
            /* levels= */ List.of());

    /** A player that ends with the video: whoever reaches the end is at ratio 1. */
    static final WatchHabit CAPPED = new WatchHabit(
            /* typicalPlayMillis= */ 8_000,
            /* noiseSpread= */ 0.5,
            /* skipShare= */ 0.25,
            /* skipSlope= */ 2.0,
            /* skipMillis= */ 1_300,
            /* skipSpread= */ 0.7,
            /* stopAtEndShare= */ 1.0,
            /* swipeMillis= */ 1,
            /* leftRunningShare= */ 0.0,
            /* leftRunningRatio= */ 5,
            /* levels= */ List.of());

    /** One to five stars as quarters; shares near the 6, 11, 27, 34 and 21 % of MovieLens 100K (GroupLens, 1998). */
    static final WatchHabit STARS = new WatchHabit(
            /* typicalPlayMillis= */ 2_500,
            /* noiseSpread= */ 0.2,
            /* skipShare= */ 0.02,
            /* skipSlope= */ 2.0,
            /* skipMillis= */ 1_300,
            /* skipSpread= */ 0.4,
            /* stopAtEndShare= */ 0.0,
            /* swipeMillis= */ 1,
            /* leftRunningShare= */ 0.0,
            /* leftRunningRatio= */ 5,
            /* levels= */ List.of(0.25, 0.5, 0.75, 1.0, 1.25));

    /** Near the shapes of KuaiRec's big_matrix. */
    static final WatchHabit OF_DEMO = new WatchHabit(
            /* typicalPlayMillis= */ 7_300,
            /* noiseSpread= */ 0.4,
            /* skipShare= */ 0.17,
            /* skipSlope= */ 2.0,
            /* skipMillis= */ 1_300,
            /* skipSpread= */ 0.7,
            /* stopAtEndShare= */ 0.1,
            /* swipeMillis= */ 400,
            /* leftRunningShare= */ 0.0008,
            /* leftRunningRatio= */ 5,
            /* levels= */ List.of());

    /** Fitted to the published quartiles, mean, spread and shares of big_matrix's watch_ratio. */
    static final WatchHabit OF_BIG_MATRIX = new WatchHabit(
            /* typicalPlayMillis= */ 7_513,
            /* noiseSpread= */ 0.31,
            /* skipShare= */ 0.173,
            /* skipSlope= */ 2.5,
            /* skipMillis= */ 875,
            /* skipSpread= */ 0.62,
            /* stopAtEndShare= */ 0.029,
            /* swipeMillis= */ 629,
            /* leftRunningShare= */ 0.0125,
            /* leftRunningRatio= */ 3.76,
            /* levels= */ List.of());

    /** The same for small_matrix: what is shown by force is hardly ever skipped, and left soon after its end. */
    static final WatchHabit OF_SMALL_MATRIX = new WatchHabit(
            /* typicalPlayMillis= */ 7_640,
            /* noiseSpread= */ 0.36,
            /* skipShare= */ 0.004,
            /* skipSlope= */ 2.5,
            /* skipMillis= */ 3_170,
            /* skipSpread= */ 0.683,
            /* stopAtEndShare= */ 0.345,
            /* swipeMillis= */ 2_420,
            /* leftRunningShare= */ 0.0056,
            /* leftRunningRatio= */ 3.78,
            /* levels= */ List.of());
}
