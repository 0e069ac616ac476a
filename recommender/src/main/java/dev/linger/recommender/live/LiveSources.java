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
import java.util.stream.IntStream;

/**
 * The sources of a recommender as they are after more plays: those that count plays have counted them, and a user of whom a play
 * was observed is folded in by all plays. For other users those are as they were fitted.
 */
final class LiveSources {
    /** Most users whose folded-in scorers are kept; they are made again when they are asked for. */
    private static final int MOST_USERS = 10_000;

    private final List<Live> sources;
    private final Live fallback;
    private final Map<Integer, List<Optional<ItemScorer>>> folded = new ConcurrentHashMap<>();

    /**
     * A source.
     *
     * @param foldIn of users with new plays, unless it counts
     */
    private record Live(FittedSource fitted, Optional<CountingScorer> counting, Optional<FoldIn> foldIn) {}

    LiveSources(Recommender recommender, InteractionLog history, LiveParts parts) {
        this.sources = recommender.retriever().sources().stream()
                .map(source -> live(source, recommender, history, parts))
                .toList();
        this.fallback = live(recommender.retriever().fallback(), recommender, history, parts);
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

    /** Counts a play; the user is folded in anew when next asked for. */
    void observe(int user, InteractionLog play) {
        sources.forEach(source -> source.counting().ifPresent(counting -> counting.observe(play)));
        fallback.counting().ifPresent(counting -> counting.observe(play));
        folded.remove(user);
    }

    /** The sources for a user whom the recommender was not fitted to. */
    List<FittedSource> ofNew(int user, PlaysOfUsers plays, long atMillis) {
        List<FittedSource> of = of(user, plays, atMillis);
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

    /** The sources for a user at an instant. */
    List<FittedSource> of(int user, PlaysOfUsers plays, long atMillis) {
        List<Optional<ItemScorer>> ofUser = plays.hasObserved(user) ? folded(user, plays) : List.of();
        return IntStream.range(0, sources.size())
                .mapToObj(at -> {
                    Live source = sources.get(at);
                    Optional<ItemScorer> own = ofUser.isEmpty() ? Optional.empty() : ofUser.get(at);
                    return own.map(scorer -> with(source, scorer)).orElseGet(() -> counted(source, atMillis));
                })
                .toList();
    }

    FittedSource fallback(long atMillis) {
        return counted(fallback, atMillis);
    }

    private static FittedSource counted(Live source, long atMillis) {
        return source.counting()
                .map(counting -> with(source, counting.at(atMillis)))
                .orElse(source.fitted());
    }

    private static FittedSource with(Live source, ItemScorer scorer) {
        return new FittedSource(source.fitted().name(), source.fitted().config(), scorer);
    }

    private List<Optional<ItemScorer>> folded(int user, PlaysOfUsers plays) {
        List<Optional<ItemScorer>> known = folded.get(user);
        if (known == null) {
            InteractionLog all = plays.of(user, 0);
            long asOf = all.timestampMillis(all.size() - 1) + 1;
            known = sources.stream()
                    .map(source ->
                            source.foldIn().<ItemScorer>map(foldIn -> new ScorerOfOneUser(foldIn.of(all, asOf), all)))
                    .toList();
            if (folded.size() >= MOST_USERS) {
                folded.clear();
            }
            folded.put(user, known);
        }
        return known;
    }
}
