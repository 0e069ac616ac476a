package dev.linger.recommender.live;

import dev.linger.candidates.CountingScorer;
import dev.linger.candidates.FoldIn;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.baseline.OneOrder;
import dev.linger.data.InteractionLog;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.retrieval.FittedSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * The sources of a recommender as they are after more plays: those that count plays have counted them up to the second, and a user of whom a play
 * was observed is folded in by all plays. For other users those are as they were fitted.
 */
final class LiveSources {
    /**
     * By how many plays users are folded in whose scorers are kept, about 100 bytes each; they are made again when they are asked
     * for.
     */
    private static final int MOST_PLAYS = 500_000;

    private static final long MILLIS_PER_SECOND = 1_000;

    private final List<Live> sources;
    private final Live fallback;
    private final Map<Integer, Folded> folded = new ConcurrentHashMap<>();

    /** Plays of all that was put there since it was last empty. */
    private final AtomicLong foldedPlays = new AtomicLong();

    private long second;
    private List<FittedSource> counted;
    private FittedSource countedFallback;

    /**
     * A source.
     *
     * @param foldIn of users with new plays, unless it counts
     */
    private record Live(FittedSource fitted, Optional<CountingScorer> counting, Optional<FoldIn> foldIn) {}

    /**
     * A user who was folded in.
     *
     * @param plays how many plays by
     * @param scorers of each source; empty where the source does not fold users in
     */
    private record Folded(int plays, List<Optional<ItemScorer>> scorers) {}

    LiveSources(Recommender recommender, InteractionLog history, LiveParts parts) {
        this.sources = recommender.retriever().sources().stream()
                .map(source -> live(source, recommender, history, parts))
                .toList();
        this.fallback = live(recommender.retriever().fallback(), recommender, history, parts);
        this.second = recommender.config().asOfMillis() / MILLIS_PER_SECOND;
        this.counted = recommender.retriever().sources();
        this.countedFallback = recommender.retriever().fallback();
    }

    private static Live live(FittedSource source, Recommender recommender, InteractionLog history, LiveParts parts) {
        Optional<CountingScorer> counting = parts.itemCounts()
                ? source.config()
                        .counting(
                                history,
                                recommender.config().asOfMillis(),
                                source.scorer().itemCount(),
                                recommender.config().watch())
                : Optional.empty();
        Optional<FoldIn> foldIn = parts.users() ? source.scorer().foldIn(history) : Optional.empty();
        return new Live(source, counting, foldIn);
    }

    /** Counts a play; with the first of each second, by the plays' own time, the sources are as they have counted. */
    void observe(InteractionLog play) {
        sources.forEach(source -> source.counting().ifPresent(counting -> counting.observe(play)));
        fallback.counting().ifPresent(counting -> counting.observe(play));
        long millis = play.timestampMillis(0);
        if (millis / MILLIS_PER_SECOND > second) {
            second = millis / MILLIS_PER_SECOND;
            counted = sources.stream().map(source -> counted(source, millis)).toList();
            countedFallback = counted(fallback, millis);
        }
    }

    /** The sources as they had counted at the beginning of the last second with a play. */
    List<FittedSource> counted() {
        return counted;
    }

    FittedSource countedFallback() {
        return countedFallback;
    }

    private static FittedSource counted(Live source, long atMillis) {
        return source.counting()
                .map(counting -> with(source, counting.at(atMillis)))
                .orElse(source.fitted());
    }

    private static FittedSource with(Live source, ItemScorer scorer) {
        return new FittedSource(source.fitted().name(), source.fitted().config(), scorer);
    }

    /** Whether a user was folded in by so many plays, so that these need not be given again. */
    boolean isFolded(int user, int plays) {
        Folded known = folded.get(user);
        return known != null && known.plays() == plays;
    }

    /**
     * The sources for a user with plays.
     *
     * @param all all plays of the user, who is user 0 of the log; empty where the user was folded in by so many
     * @param counted the others
     */
    List<FittedSource> foldedIn(int user, Optional<InteractionLog> all, List<FittedSource> counted) {
        all.ifPresent(plays -> keep(user, fold(plays)));
        Folded now = folded.get(user);
        if (now == null) {
            return counted; // let go since: as the user was fitted
        }
        return IntStream.range(0, sources.size())
                .mapToObj(at -> now.scorers()
                        .get(at)
                        .map(scorer -> with(sources.get(at), scorer))
                        .orElseGet(() -> counted.get(at)))
                .toList();
    }

    private void keep(int user, Folded now) {
        if (foldedPlays.addAndGet(now.plays()) > MOST_PLAYS) {
            folded.clear();
            foldedPlays.set(now.plays());
        }
        folded.put(user, now);
    }

    private Folded fold(InteractionLog all) {
        long asOf = all.timestampMillis(all.size() - 1) + 1;
        return new Folded(
                all.size(),
                sources.stream()
                        .map(source -> source.foldIn()
                                .<ItemScorer>map(foldIn -> new ScorerOfOneUser(foldIn.of(all, asOf), all)))
                        .toList());
    }

    /** The same for a user whom they were not fitted to: those that fold nobody in know nothing, unless they are the same for all. */
    List<FittedSource> knowingNobody(List<FittedSource> of) {
        return IntStream.range(0, of.size())
                .mapToObj(at -> of.get(at).config().isSameForAll()
                                || sources.get(at).foldIn().isPresent()
                        ? of.get(at)
                        : with(sources.get(at), knowsNothing(of.get(at).scorer())))
                .toList();
    }

    private static ItemScorer knowsNothing(ItemScorer of) {
        double[] scores = new double[of.itemCount()];
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        return new OneOrder(of.name(), scores);
    }
}
