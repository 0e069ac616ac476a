package dev.linger.recommender.retrieval;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.ScorePosterior;
import dev.linger.candidates.Taste;
import dev.linger.candidates.TopItems;
import dev.linger.candidates.UserScores;
import dev.linger.candidates.union.CandidateUnion;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the candidates of users: fitted sources over the items that may be recommended, their lists merged by quotas. The
 * order of retrieval is that of the first source; users whom a source does not know get the fallback's list in its place.
 * Immutable, so any number of threads may ask at once.
 */
public final class Retriever {
    private final List<FittedSource> sources;
    private final FittedSource fallback;
    private final Eligibility eligibility;
    private final List<Retrieval> retrievals;
    private final RetrievalColumns columns;

    /** Positions of the sources that tell users apart. */
    private final int[] personal;

    /**
     * A retriever of sources that were all fitted as of the same instant.
     *
     * @param sources at least one, of distinct names
     * @param fallback for users whom a source does not know
     */
    public Retriever(List<FittedSource> sources, FittedSource fallback, Eligibility eligibility) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("there must be a source of candidates but there is none");
        }
        this.sources = List.copyOf(sources);
        this.fallback = fallback;
        this.eligibility = eligibility;
        this.retrievals =
                sources.stream().map(source -> retrieval(source.scorer())).toList();
        this.columns = new RetrievalColumns(sources, retrievals);
        this.personal = IntStream.range(0, sources.size())
                .filter(source -> !sources.get(source).config().isSameForAll())
                .toArray();
    }

    /** The same with something else that may be recommended. */
    public Retriever with(Eligibility other) {
        return new Retriever(sources, fallback, other);
    }

    /** The sources of candidates; the order of retrieval is that of the first. */
    public List<FittedSource> sources() {
        return sources;
    }

    public FittedSource fallback() {
        return fallback;
    }

    public Eligibility eligibility() {
        return eligibility;
    }

    /** What the ranker is told of a candidate. */
    public RetrievalColumns columns() {
        return columns;
    }

    /** The order of retrieval. */
    public Retrieval retrieval() {
        return retrievals.get(0);
    }

    /** The order of any scorer over the same items; users it does not know get the fallback's. */
    public Retrieval retrieval(ItemScorer scorer) {
        return new Retrieval(scorer, fallback.scorer(), eligibility.universe(), eligibility.seen())
                .withFilters(eligibility.filters());
    }

    /**
     * What retrieval finds for one user.
     *
     * @param lists the list of each source
     * @param isFallback whether each is the fallback's, because the source does not know the user
     * @param candidates what was merged from them
     */
    public record Found(List<RankedList> lists, List<Boolean> isFallback, CandidateList candidates) {
        /** The same as of a user of another number, by which features know the user. */
        public Found as(int user) {
            return new Found(lists, isFallback, new CandidateList(user, candidates.items(), candidates.stageOne()));
        }

        private Found ordersAlone() {
            return new Found(lists.stream().map(RankedList::orderAlone).toList(), isFallback, candidates);
        }
    }

    /**
     * The candidates of one user, merged from the sources by the quotas, in the order in which they were taken. Every source
     * scores all items once.
     *
     * @param quotas one per source
     * @param limit how many candidates there are at most
     * @param length how many items each source's own list has at most, at least {@code limit}
     */
    public Found find(int user, CandidateUnion quotas, int limit, int length) {
        return find(user, quotas, limit, length, columns.scores(user));
    }

    private Found find(int user, CandidateUnion quotas, int limit, int length, List<UserScores> scores) {
        List<RankedList> lists = scores.stream().map(of -> of.top(length)).toList();
        int[] items = quotas.merge(lists, limit).items();
        return new Found(
                lists,
                scores.stream().map(UserScores::isFallback).toList(),
                new CandidateList(user, items, columns.of(user, items, scores)));
    }

    /** {@link #find(int, CandidateUnion, int, int)} of many users, in their order; of the sources' lists the order alone. */
    public List<Found> find(
            int[] users, CandidateUnion quotas, int limit, int length, Workers workers, Progress progress) {
        Found[] found = new Found[users.length];
        forEachFound(users, quotas, limit, length, workers, progress, (at, of) -> found[at] = of.ordersAlone());
        return List.of(found);
    }

    /** The same, each given to a task as it is found and held no longer: several at once, in any order. */
    public void forEachFound(
            int[] users,
            CandidateUnion quotas,
            int limit,
            int length,
            Workers workers,
            Progress progress,
            FoundTask then) {
        try (Progress.Task task = progress.start("retrieve candidates", "users", users.length)) {
            UserTile.forEach(retrievals, users, workers, (at, scores) -> {
                then.take(at, find(users[at], quotas, limit, length, scores));
                task.advance(1);
            });
        }
    }

    /** What is done with what is found for the user at a position. */
    @FunctionalInterface
    public interface FoundTask {
        void take(int at, Found found);
    }

    /** What a user likes by the attributes of videos, by the first source that can tell; empty where none can. */
    public Optional<Taste> taste(int user) {
        return sources.stream()
                .flatMap(source -> source.scorer().taste(user).stream())
                .findFirst();
    }

    /**
     * How sure the first source that can tell is of the scores of users; empty where none can.
     *
     * @param fittedTo the plays that the sources were fitted to
     * @param ofVideos whether it is to tell what is unsure of videos
     */
    public Optional<ScorePosterior> posterior(InteractionLog fittedTo, boolean ofVideos) {
        return sources.stream()
                .flatMap(source -> source.scorer().posterior(fittedTo, ofVideos).stream())
                .findFirst();
    }

    /** The first source that compares videos. */
    public Optional<FittedSource> comparing() {
        return sources.stream()
                .filter(source -> source.scorer().similarity().isPresent())
                .findFirst();
    }

    /** Whether any source tells users apart. */
    public boolean tellsUsersApart() {
        return personal.length > 0;
    }

    /** Whether nothing was known of the user: there are sources that tell users apart, and all of them gave the fallback's list. */
    public boolean isOfFallback(Found found) {
        return tellsUsersApart()
                && IntStream.of(personal).allMatch(source -> found.isFallback().get(source));
    }

    /**
     * The list of a user who is not in the tables: the fallback's.
     *
     * @param excluded items that are left out, ascending
     */
    public RankedList forUnknownUser(int[] excluded, int limit) {
        double[] scores = new double[eligibility.universe().itemCount()];
        fallback.scorer().score(0, scores);
        TopItems top = new TopItems(limit);
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] != Double.NEGATIVE_INFINITY
                    && eligibility.allows(IdIndex.UNKNOWN, item)
                    && Arrays.binarySearch(excluded, item) < 0) {
                top.offer(item, scores[item]);
            }
        }
        return top.drain(IdIndex.UNKNOWN);
    }

    /**
     * The candidates merged from lists at hand.
     *
     * @param lists of each user the list of each source, of at least {@code limit} items or all the source knows
     * @param quotas one per source
     */
    public List<CandidateList> merge(List<List<RankedList>> lists, CandidateUnion quotas, int limit, Workers workers) {
        CandidateList[] candidates = new CandidateList[lists.size()];
        int[] users = lists.stream().mapToInt(of -> of.get(0).user()).toArray();
        UserTile.forEach(retrievals, users, workers, (at, scores) -> {
            int[] items = quotas.merge(lists.get(at), limit).items();
            candidates[at] = new CandidateList(users[at], items, columns.of(users[at], items, scores));
        });
        return List.of(candidates);
    }

    /** Of each user the list of each source, the order alone. */
    public List<List<RankedList>> lists(int[] users, int limit, Workers workers, Progress progress) {
        return byUser(retrievals.stream()
                .map(retrieval -> retrieval.topItems(users, limit, workers, progress).stream()
                        .map(RankedList::orderAlone)
                        .toList())
                .toList());
    }

    /** Lists of sources, all of the same users in the same order, by user. */
    public static List<List<RankedList>> byUser(List<List<RankedList>> bySource) {
        return IntStream.range(0, bySource.get(0).size())
                .mapToObj(at -> bySource.stream().map(lists -> lists.get(at)).toList())
                .toList();
    }
}
