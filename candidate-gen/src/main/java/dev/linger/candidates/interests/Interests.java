package dev.linger.candidates.interests;

import dev.linger.candidates.FoldIn;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.PlayValue;
import dev.linger.candidates.ScoreReasons;
import dev.linger.candidates.TopItems;
import dev.linger.candidates.als.AlsModel;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Videos for each interest of a user, in the proportion that interests have:
 *
 * <pre>
 * score(user, item) = max over interests of share / rank,   rank of the item by (factors of the interest) . (factors of the item)
 * </pre>
 *
 * <p>so that among the first n of any list each interest has about {@code share * n} places (D'Hondt's method). Nothing is known
 * of items behind the first {@link InterestsConfig#videosPerInterest} of every interest. The scorer is named "interests".
 */
public final class Interests implements ItemScorer {
    private static final String FILE = "interests";
    private static final String EMBEDDING = "embedding";
    private static final int NONE = -1;

    private final InterestsConfig config;
    private final AlsModel model;
    private final UserInterests users;

    private Interests(InterestsConfig config, AlsModel model, UserInterests users) {
        this.config = config;
        this.model = model;
        this.users = users;
    }

    /**
     * The scorer of the users who have played.
     *
     * @param model fitted to the same plays
     * @param asOfMillis from when the age of plays counts, in milliseconds since 1970-01-01 UTC
     */
    static Interests of(InterestsConfig config, AlsModel model, PairPlays plays, long asOfMillis, Workers workers) {
        PlayValue value = model.config().weighting().playValue(plays.log());
        return new Interests(config, model, InterestSearch.of(config, model, plays, value, asOfMillis, workers));
    }

    static Interests read(InterestsConfig config, ModelReader from, SideTables tables) {
        AlsModel model = config.embedding().read(from.part(EMBEDDING), tables);
        return from.columns(
                FILE,
                in -> new Interests(
                        config,
                        model,
                        UserInterests.read(
                                in,
                                tables.userCount(),
                                tables.itemCount(),
                                config.embedding().factorCount())));
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        model.write(to.part(EMBEDDING));
        to.columns(FILE, users::write);
    }

    @Override
    public String name() {
        return "interests";
    }

    @Override
    public int itemCount() {
        return model.itemCount();
    }

    @Override
    public void score(int user, double[] scores) {
        score(user, scores, new int[scores.length]);
    }

    /** @param by which interest gave each score */
    private void score(int user, double[] scores, int[] by) {
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        Arrays.fill(by, NONE);
        double[] dots = new double[scores.length];
        for (int interest = users.medoids().from(user);
                interest < users.medoids().to(user);
                interest++) {
            RankedList found = found(interest, dots);
            for (int at = 0; at < found.size(); at++) {
                int item = found.items()[at];
                double score = (double) users.share()[interest] / (at + 1);
                if (score > scores[item]) {
                    scores[item] = score;
                    by[item] = interest;
                }
            }
        }
    }

    /** The best items for an interest, best first. */
    private RankedList found(int interest, double[] dots) {
        model.score(users.row(interest), dots);
        TopItems best = new TopItems(config.videosPerInterest());
        for (int item = 0; item < dots.length; item++) {
            if (dots[item] != Double.NEGATIVE_INFINITY) {
                best.offer(item, dots[item]);
            }
        }
        return best.drain(interest);
    }

    /** {@inheritDoc} All of it comes from the video in the middle of the interest that found the item. */
    @Override
    public Optional<ScoreReasons> reasons(InteractionLog plays) {
        return Optional.of(user -> {
            double[] scores = new double[itemCount()];
            int[] by = new int[scores.length];
            score(user, scores, by);
            return item -> new ScoreReasons.Contributions(
                    new int[] {users.medoids().column()[by[item]]}, new double[] {scores[item]});
        });
    }

    @Override
    public Optional<FoldIn> foldIn(InteractionLog fittedTo) {
        PlayValue value = model.config().weighting().playValue(fittedTo);
        return Optional.of((user, plays, asOfMillis) -> {
            Workers workers = Workers.ofCaller();
            PairPlays ofUser = PairPlays.of(plays, 1, workers);
            return new Interests(config, model, InterestSearch.of(config, model, ofUser, value, asOfMillis, workers));
        });
    }
}
