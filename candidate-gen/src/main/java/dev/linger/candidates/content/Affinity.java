package dev.linger.candidates.content;

import dev.linger.candidates.FoldIn;
import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.PlayValue;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.Taste;
import dev.linger.candidates.TimeDecay;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How often the user likes what they are shown of the item's author and tags.
 *
 * <pre>
 * rate(plays) = (liked + priorPlays * base) / (plays + priorPlays),  plays counted 0.5^(ageDays / halfLifeDays) each
 * user        = rate of the user's plays, base = liked share of the whole log
 * of author   = rate of the user's plays of the author, base = user
 * of tag      = rate of the user's plays with the tag, base = user
 * score       = (of author + mean of tag) * (1 + recentWeight * recent),  recent = liked plays of the item / most of any
 * </pre>
 *
 * <p>An item without author or tags counts as ordinary there: {@code user}. So every item has a score, played before or
 * not; nothing is known of a user without plays. Keeps 16 bytes for each (user, item) pair of the log. The scorer is named
 * "affinity".
 */
public final class Affinity implements ItemScorer {
    private static final int NO_AUTHOR = -1;
    private static final String FILE = "plays";
    private static final PlayValue ONE = (durationMillis, watchRatio) -> 1;

    private final SparseRows plays;
    private final SparseRows liked;
    private final int[] author;
    private final int authorCount;
    private final ItemTable items;
    private final AffinityConfig config;
    private final double likedShare;
    private final double[] raise;

    private Affinity(SparseRows plays, SparseRows liked, ItemTable items, AffinityConfig config) {
        this.plays = plays;
        this.liked = liked;
        this.items = items;
        this.config = config;
        this.author = items.creatorCodes();
        this.authorCount =
                items.creator().map(creator -> creator.levels().size()).orElse(0);
        double allPlays = Arrays.stream(byItem(plays)).sum();
        double[] likedByItem = byItem(liked);
        this.likedShare = allPlays == 0 ? 0 : Arrays.stream(likedByItem).sum() / allPlays;
        double most = Arrays.stream(likedByItem).max().orElse(0);
        this.raise = Arrays.stream(likedByItem)
                .map(recent -> most == 0 ? 1 : 1 + config.recentWeight() * recent / most)
                .toArray();
    }

    /** The same items with the plays of other users. */
    private Affinity(Affinity fitted, SparseRows plays, SparseRows liked) {
        this.plays = plays;
        this.liked = liked;
        this.items = fitted.items;
        this.config = fitted.config;
        this.author = fitted.author;
        this.authorCount = fitted.authorCount;
        this.likedShare = fitted.likedShare;
        this.raise = fitted.raise;
    }

    /**
     * The scorer named "affinity".
     *
     * @param training plays before the cut, by pair
     * @param items tags and authors, where the table has them
     * @param cutMillis the cut, in milliseconds since 1970-01-01 UTC
     */
    public static Affinity of(
            PairPlays training, ItemTable items, AffinityConfig config, long cutMillis, Workers workers) {
        if (training.log().firstRowAtOrAfter(cutMillis) < training.log().size()) {
            throw new IllegalArgumentException("the training log has plays at or after the cut " + cutMillis);
        }
        List<InteractionMatrix> counts = count(training, items.size(), config, cutMillis, workers);
        return new Affinity(counts.get(0).byUser(), counts.get(1).byUser(), items, config);
    }

    private static PlayValue isLiked(AffinityConfig config) {
        return (durationMillis, watchRatio) -> watchRatio > config.likedThreshold() ? 1 : 0;
    }

    /** Plays, and liked plays, of the same pairs. */
    private static List<InteractionMatrix> count(
            PairPlays plays, int itemCount, AffinityConfig config, long asOfMillis, Workers workers) {
        return InteractionMatrix.of(
                plays,
                itemCount,
                List.of(ONE, isLiked(config)),
                new TimeDecay(config.halfLifeDays(), asOfMillis),
                RepeatRule.SUM,
                workers);
    }

    @Override
    public Optional<FoldIn> foldIn(InteractionLog fittedTo) {
        return Optional.of((user, log, asOfMillis) -> {
            Workers workers = Workers.ofCaller();
            List<InteractionMatrix> ofUser =
                    count(PairPlays.of(log, 1, workers), items.size(), config, asOfMillis, workers);
            return new Affinity(this, ofUser.get(0).byUser(), ofUser.get(1).byUser());
        });
    }

    static Affinity read(AffinityConfig config, ModelReader from, SideTables tables) {
        return from.columns(
                FILE,
                in -> new Affinity(
                        SparseRows.read(in, tables.userCount(), tables.itemCount()),
                        SparseRows.read(in, tables.userCount(), tables.itemCount()),
                        tables.itemTable(),
                        config));
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            plays.write(out);
            liked.write(out);
        });
    }

    @Override
    public String name() {
        return "affinity";
    }

    @Override
    public int itemCount() {
        return items.size();
    }

    @Override
    public void score(int user, double[] scores) {
        if (plays.count(user) == 0) {
            Arrays.fill(scores, Double.NEGATIVE_INFINITY);
            return;
        }
        OfUser taste = of(user);
        for (int item = 0; item < scores.length; item++) {
            scores[item] = (taste.ofAuthor(author[item]) + taste.ofTags(items.tags()[item])) * raise[item];
        }
    }

    @Override
    public Optional<Taste> taste(int user) {
        return Optional.of(of(user));
    }

    private OfUser of(int user) {
        double base = rate(sum(liked, user), sum(plays, user), likedShare);
        double[] likedByTag = byTag(liked, user);
        return new OfUser(
                base,
                rates(byAuthor(liked, user), byAuthor(plays, user), base),
                rates(likedByTag, byTag(plays, user), base),
                likedByTag);
    }

    /** What a user likes of all videos, of each author's and of those with each tag. */
    private record OfUser(double base, double[] authors, double[] tags, double[] likedPlaysByTag) implements Taste {
        @Override
        public double likedShare(int creator, int[] some) {
            return (ofAuthor(creator) + ofTags(some)) / 2;
        }

        double ofAuthor(int author) {
            return author == NO_AUTHOR ? base : authors[author];
        }

        double ofTags(int[] some) {
            double sum = 0;
            for (int tag : some) {
                sum += tags[tag];
            }
            return some.length == 0 ? base : sum / some.length;
        }
    }

    private double[] rates(double[] likedPlays, double[] allPlays, double base) {
        double[] rates = new double[allPlays.length];
        for (int at = 0; at < rates.length; at++) {
            rates[at] = rate(likedPlays[at], allPlays[at], base);
        }
        return rates;
    }

    private double rate(double likedPlays, double allPlays, double base) {
        return (likedPlays + config.priorPlays() * base) / (allPlays + config.priorPlays());
    }

    private double[] byAuthor(SparseRows pairs, int user) {
        double[] sums = new double[authorCount];
        for (int cell = pairs.from(user); cell < pairs.to(user); cell++) {
            int of = author[pairs.column(cell)];
            if (of != NO_AUTHOR) {
                sums[of] += pairs.value(cell);
            }
        }
        return sums;
    }

    private double[] byTag(SparseRows pairs, int user) {
        double[] sums = new double[items.tagCount()];
        for (int cell = pairs.from(user); cell < pairs.to(user); cell++) {
            for (int tag : items.tags()[pairs.column(cell)]) {
                sums[tag] += pairs.value(cell);
            }
        }
        return sums;
    }

    private static double sum(SparseRows pairs, int user) {
        double sum = 0;
        for (int cell = pairs.from(user); cell < pairs.to(user); cell++) {
            sum += pairs.value(cell);
        }
        return sum;
    }

    private static double[] byItem(SparseRows pairs) {
        double[] sums = new double[pairs.columnCount()];
        for (int cell = 0; cell < pairs.size(); cell++) {
            sums[pairs.column(cell)] += pairs.value(cell);
        }
        return sums;
    }
}
