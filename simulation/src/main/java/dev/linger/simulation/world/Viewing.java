package dev.linger.simulation.world;

import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.draw.QuantileCurve;
import dev.linger.simulation.shape.LogDays;
import java.util.Arrays;
import java.util.BitSet;

/** Draws the plays of one user after the other: when, which video, how long. Each user has a random stream of its own. */
public final class Viewing {
    /** Hours of the day below which these shares of the plays lie: little at night, most in the evening. */
    private static final QuantileCurve HOUR = new QuantileCurve(
            new double[] {0, 0.04, 0.1, 0.3, 0.45, 0.62, 0.85, 1}, new double[] {0, 2, 7, 12, 15, 18, 22, 24});

    private static final double HOUR_MILLIS = 3_600_000;
    /** The last second of a day stays free, so that equal instants can move apart within their day. */
    private static final int LAST_MILLIS = LogDays.DAY_MILLIS - 1_001;
    /** After so many videos the user has seen already, it is one of these that is watched again, and the other way round. */
    private static final int ATTEMPTS = 200;

    private final PlantedModel model;
    private final SmallMatrix smallMatrix;
    private final Exposure exposure;
    private final Watching watching;
    private final Rewatches rewatches;
    private final Seed seed;

    public Viewing(PlantedModel model, SmallMatrix smallMatrix, Rewatches rewatches, Seed seed) {
        this.model = model;
        this.smallMatrix = smallMatrix;
        this.exposure = new Exposure(model);
        this.watching = new Watching(model, model.parameters().habit());
        this.rewatches = rewatches;
        this.seed = seed;
    }

    public UserPlays draw(int user) {
        Draws draws = new Draws(seed.stream("plays of user " + user));
        UserPlays plays = new UserPlays(model.audience().plays(user));
        BitSet closed = smallMatrix.closedTo(user);
        rewatches.begin(model.audience().plays(user));
        for (long instant : instants(model.audience().plays(user), draws)) {
            int day = (int) (instant / LogDays.DAY_MILLIS);
            int video = nextVideo(user, day, plays, closed, draws);
            rewatches.count(closed.get(video));
            closed.set(video);
            plays.add(video, watching.playMillis(user, video, draws), day, (int) (instant % LogDays.DAY_MILLIS));
        }
        return plays;
    }

    /** Ascending and distinct, in milliseconds since the first day began. */
    private long[] instants(int count, Draws draws) {
        LogDays days = model.catalogue().days();
        double[] cumulative = model.parameters().days().cumulative(days, draws);
        long[] instants = new long[count];
        Arrays.setAll(instants, at -> instant(days.logged(draws.weighted(cumulative)), draws));
        Arrays.sort(instants);
        for (int at = 1; at < count; at++) {
            instants[at] = Math.max(instants[at], instants[at - 1] + 1);
        }
        return instants;
    }

    /** An instant of a day, in milliseconds since the first day began. */
    public static long instant(int day, Draws draws) {
        return (long) day * LogDays.DAY_MILLIS + millisOfDay(draws);
    }

    private static int millisOfDay(Draws draws) {
        return Math.min(LAST_MILLIS, (int) (HOUR.draw(draws) * HOUR_MILLIS));
    }

    private int nextVideo(int user, int day, UserPlays plays, BitSet closed, Draws draws) {
        boolean first = plays.size() == 0;
        boolean goesBack = !first && draws.chance(rewatches.chance());
        for (int attempt = 0; goesBack && attempt < ATTEMPTS; attempt++) {
            int video = watchedAgain(plays, draws);
            if (isShownOn(video, day)) {
                return video;
            }
        }
        for (int attempt = 0; first || attempt < ATTEMPTS; attempt++) {
            int video = exposure.draw(user, day, draws);
            if (!closed.get(video)) {
                return video;
            }
        }
        int last = watchedAgain(plays, draws);
        for (int attempt = 0; attempt < ATTEMPTS && !isShownOn(last, day); attempt++) {
            last = watchedAgain(plays, draws);
        }
        return last;
    }

    private boolean isShownOn(int video, int day) {
        return model.catalogue().isShownOn(video, model.catalogue().days().epochDay(day));
    }

    /** Of two past plays the video that held the user longer, measured by its length. */
    private int watchedAgain(UserPlays plays, Draws draws) {
        int one = draws.below(plays.size());
        int other = draws.below(plays.size());
        return plays.video(ratio(plays, one) >= ratio(plays, other) ? one : other);
    }

    private double ratio(UserPlays plays, int row) {
        return (double) plays.playMillis(row) / model.catalogue().durationMillis(plays.video(row));
    }
}
