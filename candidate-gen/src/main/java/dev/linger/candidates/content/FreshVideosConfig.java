package dev.linger.candidates.content;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.baseline.OneOrder;
import dev.linger.data.DailyStat;
import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import java.util.Set;

/** Young videos that did well by the daily statistics, played in the log or not, and what makes one worth showing. */
public record FreshVideosConfig(
        @Key(
                        value =
                                "which plays of the daily statistics speak for a video: those to the end, or with long also"
                                        + " those above 18 s",
                        byDefault = "\"complete\"",
                        because = "a video watched to the end has held its viewer")
                Watch watch,
        @Key(
                        value = "average plays added to each video's own, > 0",
                        byDefault = "20.0",
                        because = "keeps one lucky play from coming first")
                double priorPlays,
        @Key(
                        value = "age since upload, in days, at which a video's score is half, > 0",
                        byDefault = "3.0",
                        because = "favours the videos that other sources do not know yet")
                double halfLifeDays)
        implements SourceConfig {
    /** Plays that speak for a video. */
    public enum Watch {
        /** To the end. */
        COMPLETE(DailyStat.COMPLETE_PLAY_CNT),
        /** To the end, or above 18 s of a longer video: favours short videos less. */
        LONG(DailyStat.LONG_TIME_PLAY_CNT);

        private final DailyStat count;

        Watch(DailyStat count) {
            this.count = count;
        }

        /** The number of such plays on a day. */
        DailyStat count() {
            return count;
        }
    }

    public FreshVideosConfig {
        if (!(priorPlays > 0 && priorPlays < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("priorPlays must be > 0 and finite but was " + priorPlays);
        }
        if (!(halfLifeDays > 0)) {
            throw new IllegalArgumentException("halfLifeDays must be > 0 but was " + halfLifeDays);
        }
    }

    @Override
    public Set<SideData> uses() {
        return Set.of(SideData.DAILY_STATISTICS, SideData.UPLOAD_DAYS);
    }

    @Override
    public ItemScorer fit(FitContext context) {
        return FreshVideos.of(context.tables().dailyStats(), context.tables().itemTable(), context.asOfDay(), this);
    }

    @Override
    public ItemScorer read(ModelReader from, SideTables tables) {
        return OneOrder.read(FreshVideos.NAME, from, tables.itemCount());
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }
}
