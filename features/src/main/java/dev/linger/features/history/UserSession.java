package dev.linger.features.history;

import dev.linger.data.config.Key;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import dev.linger.features.ObservedPlays;
import dev.linger.features.StateColumns;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * How the user has watched in the session that the row's instant is in. A session is a run of plays each of which begins less
 * than {@code gapMinutes} after the one before; where the last play is longer ago than that, a new session begins and nothing
 * is known of it. Memory: 44 bytes a user.
 */
public final class UserSession implements FeatureGroup {
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final long NEVER = Long.MIN_VALUE;
    private static final String NO_PLAY = "no play in this session yet";
    private static final List<FeatureColumn> COLUMNS = List.of(
            FeatureColumn.numeric("session_plays", "1", "never"),
            FeatureColumn.numeric("session_minutes", "min", NO_PLAY),
            FeatureColumn.numeric("session_mean_ratio", "watch ratio", NO_PLAY),
            FeatureColumn.numeric("session_completion", "1", NO_PLAY),
            FeatureColumn.numeric("session_skip_rate", "1", NO_PLAY),
            FeatureColumn.numeric("session_last_ratio", "watch ratio", NO_PLAY),
            FeatureColumn.numeric("session_skips_in_a_row", "1", "never"),
            FeatureColumn.numeric("minutes_since_last_play", "min", "the user has played nothing"));

    private final WatchRules rules;
    private final long gapMillis;
    private final long[] last;
    private final long[] begin;
    private final int[] plays;
    private final int[] completed;
    private final int[] skipped;
    private final int[] skipsInARow;
    private final double[] ratios;
    private final float[] lastRatio;

    private UserSession(int users, WatchRules rules, long gapMillis) {
        this.rules = rules;
        this.gapMillis = gapMillis;
        this.last = new long[users];
        this.begin = new long[users];
        this.plays = new int[users];
        this.completed = new int[users];
        this.skipped = new int[users];
        this.skipsInARow = new int[users];
        this.ratios = new double[users];
        this.lastRatio = new float[users];
        Arrays.fill(last, NEVER);
    }

    /** {@code session}. */
    public record Config(
            @Key(
                            value = "a play that begins this long after the one before begins a new session, > 0",
                            byDefault = "30.0",
                            because = "half an hour is what sessions are commonly cut by")
                    double gapMinutes)
            implements FeatureGroupConfig {
        public Config {
            if (!(gapMinutes > 0) || Double.isInfinite(gapMinutes)) {
                throw new IllegalArgumentException("gapMinutes must be > 0 and finite but was " + gapMinutes);
            }
        }

        @Override
        public String name() {
            return "session";
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public boolean needsLive() {
            return true;
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            return new UserSession(
                    context.tables().userCount(), context.rules(), Math.round(gapMinutes * MILLIS_PER_MINUTE));
        }
    }

    @Override
    public List<FeatureColumn> columns() {
        return COLUMNS;
    }

    @Override
    public void observe(ObservedPlays some) {
        for (int play = 0; play < some.size(); play++) {
            observe(some.user(play), some.watchRatio(play), some.timestampMillis(play));
        }
    }

    private void observe(int user, double ratio, long millis) {
        if (!isInSession(user, millis)) {
            begin[user] = millis;
            plays[user] = 0;
            completed[user] = 0;
            skipped[user] = 0;
            skipsInARow[user] = 0;
            ratios[user] = 0;
        }
        boolean skip = rules.isSkipped(ratio);
        last[user] = Math.max(last[user], millis);
        plays[user]++;
        completed[user] += rules.isCompleted(ratio) ? 1 : 0;
        skipped[user] += skip ? 1 : 0;
        skipsInARow[user] = skip ? skipsInARow[user] + 1 : 0;
        ratios[user] += rules.capped(ratio);
        lastRatio[user] = (float) rules.capped(ratio);
    }

    private boolean isInSession(int user, long millis) {
        return last[user] != NEVER && millis - last[user] < gapMillis;
    }

    @Override
    public void fill(FeatureRequests requests, int from, int to, float[] cells, int offset, int stride) {
        int at = offset;
        for (int row = from; row < to; row++) {
            write(requests.user()[row], requests.requestMillis()[row], cells, at);
            at += stride;
        }
    }

    private void write(int user, long millis, float[] cells, int at) {
        boolean in = isInSession(user, millis);
        float count = in ? plays[user] : Float.NaN;
        cells[at] = in ? count : 0;
        cells[at + 1] = in ? minutes(millis - begin[user]) : Float.NaN;
        cells[at + 2] = (float) (ratios[user] / count);
        cells[at + 3] = completed[user] / count;
        cells[at + 4] = skipped[user] / count;
        cells[at + 5] = in ? lastRatio[user] : Float.NaN;
        cells[at + 6] = in ? skipsInARow[user] : 0;
        cells[at + 7] = last[user] == NEVER ? Float.NaN : minutes(millis - last[user]);
    }

    private static float minutes(long millis) {
        return (float) (Math.max(0, millis) / MILLIS_PER_MINUTE); // a play may be ahead of a request
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        columns.longs(last);
        columns.longs(begin);
        columns.ints(plays);
        columns.ints(completed);
        columns.ints(skipped);
        columns.ints(skipsInARow);
        columns.doubles(ratios);
        columns.floats(lastRatio);
    }
}
