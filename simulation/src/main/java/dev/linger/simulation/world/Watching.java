package dev.linger.simulation.world;

import dev.linger.data.Draws;
import dev.linger.simulation.shape.WatchHabit;

/**
 * How long a shown video plays, in milliseconds.
 *
 * <ol>
 *   <li>With odds {@code skipShare / (1 - skipShare) * exp(-skipSlope * pull)} it is swiped away after a second or so.
 *   <li>Else it plays {@code typicalPlayMillis * exp(pull + noiseSpread * N(0, 1))}, starting again at its end; of those
 *       who reach the end, {@code stopAtEndShare} stop there.
 *   <li>With chance {@code leftRunningShare} it is left running: a ratio of {@code leftRunningRatio} to 573 with a Pareto tail.
 * </ol>
 *
 * Where ratios have levels, the play is then of the nearest.
 */
public final class Watching {
    private static final double LONGEST_RATIO = 573;

    private final PlantedModel model;
    private final WatchHabit habit;

    public Watching(PlantedModel model, WatchHabit habit) {
        this.model = model;
        this.habit = habit;
    }

    public int playMillis(int user, int video, Draws draws) {
        return playMillis(model.pull(user, video), model.catalogue().durationMillis(video), draws);
    }

    /** How long a video of this length plays that has this pull on the user. */
    int playMillis(double pull, int duration, Draws draws) {
        int any = anyMillis(pull, duration, draws);
        int play = habit.endsWithVideo() ? StrictMath.min(any, duration) : any;
        return habit.levels().isEmpty() ? play : (int) StrictMath.rint(nearestLevel(play, duration) * duration);
    }

    /** The ratio that there is; of two as near the smaller. */
    private double nearestLevel(int play, int duration) {
        double ratio = (double) play / duration;
        double nearest = habit.levels().get(0);
        for (double level : habit.levels()) {
            nearest = StrictMath.abs(level - ratio) < StrictMath.abs(nearest - ratio) ? level : nearest;
        }
        return nearest;
    }

    private int anyMillis(double pull, int duration, Draws draws) {
        if (draws.chance(skipChance(pull))) {
            return (int) (habit.skipMillis() * draws.factor(habit.skipSpread()));
        }
        if (draws.chance(habit.leftRunningShare())) {
            return (int) (duration * StrictMath.min(LONGEST_RATIO, habit.leftRunningRatio() / (1 - draws.uniform())));
        }
        double play = habit.typicalPlayMillis() * StrictMath.exp(pull) * draws.factor(habit.noiseSpread());
        if (play > duration && draws.chance(habit.stopAtEndShare())) {
            return duration + draws.below(habit.swipeMillis());
        }
        return (int) play;
    }

    private double skipChance(double pull) {
        double share = habit.skipShare();
        double odds = share / (1 - share) * StrictMath.exp(-habit.skipSlope() * pull);
        return odds / (1 + odds);
    }
}
