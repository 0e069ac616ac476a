package dev.linger.benchmarks.kernels;

import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.Seed;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** A log in which every watched pair is played once, drawn from a seed: some users watch more, some items are watched more. */
public final class DrawnLog {
    private static final long FIRST_MILLIS = 1_593_878_400_000L;
    private static final long SPAN_MILLIS = 60L * 24 * 3_600_000;
    private static final int ROUNDS = 8;

    private final double[] ofUser;
    private final double[] ofItem;

    private DrawnLog(Scale scale, SplittableRandom random) {
        ofUser = drawn(scale.users(), () -> 0.2 + 1.6 * random.nextDouble());
        ofItem = drawn(scale.items(), () -> 0.1 + Math.pow(random.nextDouble(), 3));
    }

    /** About {@link Scale#pairs} plays of {@link Scale#users} and {@link Scale#items}, the same ones for the same scale. */
    public static InteractionLog of(Scale scale) {
        SplittableRandom random = new Seed(1).stream("drawn log");
        DrawnLog drawn = new DrawnLog(scale, random);
        double factor = drawn.factorFor(scale.pairs());
        InteractionLogBuilder log = new InteractionLogBuilder(ZoneOffset.UTC, scale.pairs());
        for (int user = 0; user < drawn.ofUser.length; user++) {
            for (int item = 0; item < drawn.ofItem.length; item++) {
                if (random.nextDouble() < drawn.chance(factor, user, item)) {
                    log.add(
                            user,
                            item,
                            random.nextInt(20_000),
                            5_000 + random.nextInt(10_000),
                            FIRST_MILLIS + random.nextLong(SPAN_MILLIS));
                }
            }
        }
        return log.build();
    }

    private static double[] drawn(int size, DoubleSupplier weight) {
        double[] weights = new double[size];
        Arrays.setAll(weights, at -> weight.getAsDouble());
        return weights;
    }

    /** Chances end at 1, so the factor that gives so many pairs is approached. */
    private double factorFor(int pairs) {
        double factor = pairs / expected(1);
        for (int round = 0; round < ROUNDS; round++) {
            factor *= pairs / expected(factor);
        }
        return factor;
    }

    private double expected(double factor) {
        double sum = 0;
        for (int user = 0; user < ofUser.length; user++) {
            for (int item = 0; item < ofItem.length; item++) {
                sum += chance(factor, user, item);
            }
        }
        return sum;
    }

    private double chance(double factor, int user, int item) {
        return Math.min(1, factor * ofUser[user] * ofItem[item]);
    }
}
