package dev.linger.pipeline.reranking;

import dev.linger.candidates.ItemScorer;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.WatchMatrix;
import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.RetrievalColumns;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Lists whose items are given and only their order is open: what users were shown, or the small matrix.
 *
 * @param lists one a user
 */
public record FixedCandidates(List<CandidateList> lists) {
    private static final int LISTS_PER_BLOCK = 16;

    /** All videos of the small matrix that each of its users has a pair with. */
    public static FixedCandidates of(WatchMatrix matrix, RetrievalColumns columns, Workers workers) {
        return of(matrix.user(), matrix.item(), columns, workers);
    }

    /** The distinct videos that each user was shown in a part of the log, as one list: none is known to come before another. */
    public static FixedCandidates shownIn(InteractionLog part, RetrievalColumns columns, Workers workers) {
        long[] pairs = IntStream.range(0, part.size())
                .mapToLong(row -> (long) part.user(row) << Integer.SIZE | part.item(row))
                .sorted()
                .distinct()
                .toArray();
        return of(
                LongStream.of(pairs)
                        .mapToInt(pair -> (int) (pair >>> Integer.SIZE))
                        .toArray(),
                LongStream.of(pairs).mapToInt(pair -> (int) pair).toArray(),
                columns,
                workers);
    }

    /** @param user of each pair, ascending */
    private static FixedCandidates of(int[] user, int[] item, RetrievalColumns columns, Workers workers) {
        int[] start = IntStream.rangeClosed(0, user.length)
                .filter(at -> at == 0 || at == user.length || user[at] != user[at - 1])
                .toArray();
        CandidateList[] lists = new CandidateList[start.length - 1];
        workers.forBlocks(lists.length, LISTS_PER_BLOCK, (from, to) -> {
            for (int list = from; list < to; list++) {
                int[] items = Arrays.copyOfRange(item, start[list], start[list + 1]);
                lists[list] = CandidateList.of(columns, user[start[list]], items);
            }
        });
        return new FixedCandidates(List.of(lists));
    }

    /** The lists of some users alone. */
    public FixedCandidates of(int[] ascendingUsers) {
        return new FixedCandidates(lists.stream()
                .filter(list -> Arrays.binarySearch(ascendingUsers, list.user()) >= 0)
                .toList());
    }

    /** The whole lists in the order of stage one, under its name. */
    public NamedLists byStageOne(String name) {
        return new NamedLists(
                name, lists.stream().map(CandidateList::byStageOne).toList());
    }

    /**
     * The first {@code depth} of each list in the order of each scorer: of lists of thousands, what is looked at. Where a
     * scorer knows none of a user's items, they are in the fallback's order.
     */
    public List<NamedLists> by(List<FittedSource> orders, ItemScorer fallback, int depth, Workers workers) {
        return orders.stream().map(order -> by(order, fallback, depth, workers)).toList();
    }

    private NamedLists by(FittedSource order, ItemScorer fallback, int depth, Workers workers) {
        ItemScorer scorer = order.scorer();
        RankedList[] ranked = new RankedList[lists.size()];
        Boolean[] isFallback = new Boolean[lists.size()];
        workers.forBlocks(
                ranked.length, LISTS_PER_BLOCK, () -> new double[scorer.itemCount()], (scores, block, from, to) -> {
                    for (int list = from; list < to; list++) {
                        CandidateList given = lists.get(list);
                        scorer.score(given.user(), scores);
                        isFallback[list] = scorer != fallback && knowsNone(given.items(), scores);
                        if (isFallback[list]) {
                            fallback.score(given.user(), scores);
                        }
                        ranked[list] = given.by(scores).top(depth);
                    }
                });
        return new NamedLists(order.name(), List.of(ranked), List.of(isFallback));
    }

    private static boolean knowsNone(int[] items, double[] scores) {
        return IntStream.of(items).allMatch(item -> scores[item] == Double.NEGATIVE_INFINITY);
    }
}
