package dev.linger.features.affinity;

import dev.linger.data.SideData;
import dev.linger.data.config.Key;
import dev.linger.data.duration.WatchRules;
import dev.linger.features.DailyCells;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.FeatureRequests;
import dev.linger.features.GroupContext;
import dev.linger.features.ObservedPlays;
import dev.linger.features.SharedCounts;
import dev.linger.features.StateColumns;
import dev.linger.features.history.DaySums;
import dev.linger.features.history.Shrinkage;
import dev.linger.features.history.ShrunkMeans;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How all users watched what has the item's author, or its tags, before the as-of day: plays, mean watch ratio,
 * completion, and liked plays of the last {@value #LIKED_DAYS} days as ln(1 + count). Of an item with
 * several values it is the mean over them. Means are shrunk to those of all plays.
 */
public final class ValueHistory extends DailyCells {
    private static final int LIKED_DAYS = 3;

    private final ItemValues values;
    private final WatchRules rules;
    private final ShrunkMeans means;
    private final DaySums liked;

    /** @param name of the value, with which its columns begin */
    private ValueHistory(String name, ItemValues values, Shrinkage shrinkage, WatchRules rules) {
        super(FeatureRequests::item, values.itemCount(), columns(name));
        this.values = values;
        this.rules = rules;
        this.means = new ShrunkMeans(values.valueCount(), shrinkage, rules);
        this.liked = new DaySums(values.valueCount(), 1);
    }

    /** {@code author-history}. */
    public record OfAuthors(
            @Key(value = Shrinkage.KEY, byDefault = Shrinkage.DEFAULT, because = Shrinkage.REASON) double priorPlays)
            implements FeatureGroupConfig {
        public OfAuthors {
            Shrinkage.require(priorPlays);
        }

        @Override
        public String name() {
            return "author-history";
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public Set<SideData> uses() {
            return Set.of(SideData.CREATORS);
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            ItemValues authors = ItemValues.creators(context.tables().itemTable());
            return new ValueHistory("author", authors, new Shrinkage(priorPlays), context.rules());
        }
    }

    /** {@code tag-history}. */
    public record OfTags(
            @Key(value = Shrinkage.KEY, byDefault = Shrinkage.DEFAULT, because = Shrinkage.REASON) double priorPlays)
            implements FeatureGroupConfig {
        public OfTags {
            Shrinkage.require(priorPlays);
        }

        @Override
        public String name() {
            return "tag-history";
        }

        @Override
        public boolean splitsByUser() {
            return true;
        }

        @Override
        public Set<SideData> uses() {
            return Set.of(SideData.TAGS);
        }

        @Override
        public FeatureGroup create(GroupContext context) {
            ItemValues tags = ItemValues.tags(context.tables().itemTable());
            return new ValueHistory("tag", tags, new Shrinkage(priorPlays), context.rules());
        }
    }

    private static List<FeatureColumn> columns(String name) {
        String missing = "the item's " + name + " is not known";
        return List.of(
                FeatureColumn.numeric(name + "_plays", "1", missing),
                FeatureColumn.numeric(name + "_mean_ratio", "watch ratio", missing + ", or nothing played yet"),
                FeatureColumn.numeric(name + "_completion", "1", missing + ", or nothing played yet"),
                FeatureColumn.numeric(name + "_log_liked_" + LIKED_DAYS + "d", "ln(1 + plays)", missing));
    }

    @Override
    public void observe(ObservedPlays plays) {
        int day = plays.day(0);
        for (int play = 0; play < plays.size(); play++) {
            int item = plays.item(play);
            double ratio = plays.watchRatio(play);
            means.observeAll(ratio);
            int end = values.first(item + 1);
            for (int at = values.first(item); at < end; at++) {
                means.observeOne(values.value(at), ratio);
                if (rules.isLiked(ratio)) {
                    liked.add(liked.today(values.value(at), day), 1);
                }
            }
        }
    }

    @Override
    public void state(StateColumns columns) throws IOException {
        means.state(columns);
        liked.state(columns);
    }

    @Override
    public void shared(SharedCounts counts) {
        means.sharedOfAll(counts);
        means.sharedOfEach(counts);
        liked.shared(counts);
    }

    @Override
    protected void write(int item, int asOfDay, float[] cells, int offset) {
        double plays = 0;
        double ratio = 0;
        double completion = 0;
        double likes = 0;
        int begin = values.first(item);
        int end = values.first(item + 1);
        for (int at = begin; at < end; at++) {
            int value = values.value(at);
            plays += means.plays(value);
            ratio += means.meanRatio(value);
            completion += means.completion(value);
            likes += StrictMath.log1p(liked.before(value, 0, asOfDay, LIKED_DAYS));
        }
        if (begin == end) {
            Arrays.fill(cells, offset, offset + columns().size(), Float.NaN);
            return;
        }
        int count = end - begin;
        cells[offset] = (float) (plays / count);
        cells[offset + 1] = (float) (ratio / count);
        cells[offset + 2] = (float) (completion / count);
        cells[offset + 3] = (float) (likes / count);
    }
}
