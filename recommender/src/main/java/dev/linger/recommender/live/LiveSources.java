package dev.linger.recommender.live;

import dev.linger.candidates.CountingScorer;
import dev.linger.candidates.FoldIn;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.baseline.OneOrder;
import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.retrieval.FittedSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The sources of a recommender as they are after more plays: those that count plays have counted them up to the second, and a
 * user of whom a play was observed is folded in by all plays. For other users those are as they were fitted.
 */
final class LiveSources {
    private static final long MILLIS_PER_SECOND = 1_000;

    private final long asOfMillis;
    private final List<Live> sources;
    private final Live fallback;

    /** Which of the sources is the fallback too; -1 where none is. */
    private final int fallbackAt;

    private long second;

    /** The play that began the second, where {@link #counted} does not know it yet. */
    private Optional<Long> dueMillis = Optional.empty();

    /** Plays after that one, not counted yet. */
    private final List<InteractionLog> waiting = new ArrayList<>();

    private List<FittedSource> counted;
    private FittedSource countedFallback;

    /**
     * A source.
     *
     * @param counting where it goes on counting plays
     * @param foldIn where it scores users by plays at hand
     */
    private record Live(FittedSource fitted, Optional<CountingScorer> counting, Optional<FoldIn> foldIn) {}

    LiveSources(Recommender recommender, InteractionLog history, LiveParts parts) {
        this.asOfMillis = recommender.config().asOfMillis();
        this.counted = recommender.retriever().sources();
        this.countedFallback = recommender.retriever().fallback();
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
            this.sources = workers.map(counted.size(), at -> live(counted.get(at), recommender, history, parts));
        }
        this.fallbackAt = IntStream.range(0, counted.size())
                .filter(at -> counted.get(at).config().equals(countedFallback.config()))
                .findFirst()
                .orElse(-1);
        this.fallback = fallbackAt < 0 ? live(countedFallback, recommender, history, parts) : sources.get(fallbackAt);
        this.second = asOfMillis / MILLIS_PER_SECOND;
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

    /**
     * Counts a play. The first of each second, by the plays' own time, is when the sources are taken as they have counted. What
     * comes after it waits for {@link #settle}, or for the next such play: nobody asks in between, so of many seconds at once
     * only the last is worked out.
     */
    void observe(InteractionLog play) {
        long millis = play.timestampMillis(0);
        if (millis / MILLIS_PER_SECOND > second) {
            countWaiting();
            count(play);
            second = millis / MILLIS_PER_SECOND;
            dueMillis = Optional.of(millis);
        } else if (dueMillis.isPresent()) {
            waiting.add(play);
        } else {
            count(play);
        }
    }

    /** Takes the sources as they had counted with the play that began the second; to be called before they are asked for. */
    void settle() {
        dueMillis.ifPresent(millis -> {
            counted = sources.stream().map(source -> counted(source, millis)).toList();
            countedFallback = fallbackAt < 0 ? counted(fallback, millis) : counted.get(fallbackAt);
        });
        dueMillis = Optional.empty();
        countWaiting();
    }

    private void countWaiting() {
        waiting.forEach(this::count);
        waiting.clear();
    }

    private void count(InteractionLog play) {
        sources.forEach(source -> source.counting().ifPresent(counting -> counting.observe(play)));
        if (fallbackAt < 0) {
            fallback.counting().ifPresent(counting -> counting.observe(play));
        }
    }

    private static FittedSource counted(Live source, long atMillis) {
        return source.counting()
                .map(counting -> with(source, counting.at(atMillis)))
                .orElse(source.fitted());
    }

    private static FittedSource with(Live source, ItemScorer scorer) {
        return new FittedSource(source.fitted().name(), source.fitted().config(), scorer);
    }

    /** The sources as they had counted at the beginning of the last second with a play. */
    List<FittedSource> counted() {
        return counted;
    }

    FittedSource countedFallback() {
        return countedFallback;
    }

    /**
     * The sources for a user.
     *
     * @param user the user in the tables, or {@link FoldIn#NOT_IN_TABLES}
     * @param plays all of the user, as those of user 0; none where the sources need not fold the user in
     * @param counted those that fold nobody in
     */
    List<FittedSource> of(int user, Optional<InteractionLog> plays, List<FittedSource> counted) {
        return IntStream.range(0, sources.size())
                .mapToObj(at ->
                        plays.flatMap(all -> folded(sources.get(at), user, all)).orElseGet(() -> counted.get(at)))
                .toList();
    }

    private Optional<FittedSource> folded(Live source, int user, InteractionLog plays) {
        return source.foldIn().map(foldIn -> with(source, new ScorerOfOneUser(foldIn.of(user, plays, after(plays)))));
    }

    /** An instant after the fit and after all of some plays. */
    long after(InteractionLog plays) {
        return plays.size() == 0 ? asOfMillis : Math.max(asOfMillis, plays.timestampMillis(plays.size() - 1) + 1);
    }

    /** Those sources alone that fold a user in by plays, all of the user. */
    List<FittedSource> foldedIn(int user, InteractionLog plays) {
        return sources.stream()
                .flatMap(source -> folded(source, user, plays).stream())
                .toList();
    }

    /** For a user whom they were not fitted to: those that fold nobody in know nothing, unless they are the same for all. */
    List<FittedSource> ofNew(Optional<InteractionLog> plays, List<FittedSource> counted) {
        return of(
                FoldIn.NOT_IN_TABLES,
                plays,
                IntStream.range(0, sources.size())
                        .mapToObj(at -> counted.get(at).config().isSameForAll()
                                ? counted.get(at)
                                : with(
                                        sources.get(at),
                                        knowsNothing(counted.get(at).scorer())))
                        .toList());
    }

    private static ItemScorer knowsNothing(ItemScorer of) {
        double[] scores = new double[of.itemCount()];
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        return new OneOrder(of.name(), scores);
    }
}
