package dev.linger.recommender.live;

import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.duration.WatchRules;
import dev.linger.recommender.order.Reach;

/**
 * Liked plays by creator, each counted {@code 2^((time - asOf) / half-life)}: shares of their mean need no more, since what time
 * takes away it takes from all alike. They are taken at the first play of each hour, by the plays' own time.
 */
final class CreatorReach {
    private static final double HALF_LIFE_MILLIS = 7 * 86_400_000.0;
    private static final long HOUR_MILLIS = 3_600_000;

    private final int[] creatorOf;
    private final WatchRules watch;
    private final long asOfMillis;
    private final double[] received;
    private Reach taken;
    private long hour;

    /** @param history the plays that a model was fitted to, all before the instant */
    CreatorReach(ItemTable items, InteractionLog history, WatchRules watch, long asOfMillis) {
        this.creatorOf = items.creatorCodes();
        this.watch = watch;
        this.asOfMillis = asOfMillis;
        this.received = new double
                [items.creator().map(creator -> creator.levels().size()).orElse(0)];
        for (int row = 0; row < history.size(); row++) {
            count(history, row);
        }
        this.taken = take();
        this.hour = asOfMillis / HOUR_MILLIS;
    }

    /** @param play one */
    void observe(InteractionLog play) {
        long now = play.timestampMillis(0) / HOUR_MILLIS;
        if (now > hour) {
            hour = now;
            taken = take();
        }
        count(play, 0);
    }

    private void count(InteractionLog plays, int row) {
        int creator = creatorOf[plays.item(row)];
        if (creator >= 0 && watch.isLiked(plays.watchRatio(row))) {
            received[creator] += Math.pow(2, (plays.timestampMillis(row) - asOfMillis) / HALF_LIFE_MILLIS);
        }
    }

    private Reach take() {
        double sum = 0;
        for (double of : received) {
            sum += of;
        }
        double mean = sum / received.length;
        double[] relative = new double[received.length];
        for (int creator = 0; creator < relative.length; creator++) {
            relative[creator] = sum == 0 ? Double.NaN : received[creator] / mean;
        }
        return creator -> relative[creator];
    }

    /** As it was at the first play of the last hour with one. */
    Reach reach() {
        return taken;
    }
}
