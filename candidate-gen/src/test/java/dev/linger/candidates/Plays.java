package dev.linger.candidates;

import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.Seed;
import java.time.ZoneId;
import java.util.SplittableRandom;

/** Small logs for tests: every video is a second long, plays follow each other by a second. */
public final class Plays {
    private static final int DURATION_MILLIS = 1_000;

    private final InteractionLogBuilder log = new InteractionLogBuilder(ZoneId.of("Asia/Shanghai"), 16);

    /** The next play; {@code ratio} is exact to a thousandth. */
    public Plays add(int user, int item, double ratio) {
        return addAt(user, item, ratio, 1_000L * log.size());
    }

    public Plays addAt(int user, int item, double ratio, long timestampMillis) {
        log.add(user, item, (int) Math.round(ratio * DURATION_MILLIS), DURATION_MILLIS, timestampMillis);
        return this;
    }

    public Plays addOfLength(int user, int item, int durationMillis) {
        log.add(user, item, durationMillis, durationMillis, 1_000L * log.size());
        return this;
    }

    public InteractionLog log() {
        return log.build();
    }

    /** Plays with ratios in 0..3 of random users and items, of which the last of each never play and are never played. */
    public static InteractionLog random(int userCount, int itemCount, int rows, long seed) {
        SplittableRandom random = new Seed(seed).stream("plays");
        Plays plays = new Plays();
        for (int row = 0; row < rows; row++) {
            plays.add(random.nextInt(userCount - 1), random.nextInt(itemCount - 1), random.nextInt(3_000) / 1_000.0);
        }
        return plays.log();
    }

    /** User u watches all items of u's parity but item u. */
    public static InteractionLog checkerboardWithoutDiagonal(int size) {
        Plays plays = new Plays();
        for (int user = 0; user < size; user++) {
            for (int item = user % 2; item < size; item += 2) {
                if (item != user) {
                    plays.add(user, item, 1.5);
                }
            }
        }
        return plays.log();
    }
}
