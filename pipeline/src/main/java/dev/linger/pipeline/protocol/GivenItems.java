package dev.linger.pipeline.protocol;

import dev.linger.candidates.ItemScorer;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.WatchMatrix;
import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.NamedLists;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Videos of which only the order is open: what users were shown, or a fully observed matrix.
 *
 * @param users each once, ascending
 * @param items of each user, ascending and distinct
 */
public record GivenItems(int[] users, int[][] items) {
    private static final int LISTS_PER_BLOCK = 16;

    /** All videos of a matrix that each of its users has a pair with. */
    public static GivenItems of(WatchMatrix matrix) {
        return ofPairs(IntStream.range(0, matrix.user().length)
                .mapToLong(pair -> (long) matrix.user()[pair] << Integer.SIZE | matrix.item()[pair]));
    }

    /** The distinct videos that each user was shown in a part of the log: none is known to come before another. */
    public static GivenItems shownIn(InteractionLog part) {
        return ofPairs(IntStream.range(0, part.size())
                .mapToLong(row -> (long) part.user(row) << Integer.SIZE | part.item(row)));
    }

    private static GivenItems ofPairs(LongStream userAndItem) {
        long[] pairs = userAndItem.sorted().distinct().toArray();
        int[] start = IntStream.rangeClosed(0, pairs.length)
                .filter(at -> at == 0 || at == pairs.length || user(pairs[at]) != user(pairs[at - 1]))
                .toArray();
        int lists = Math.max(0, start.length - 1);
        int[] users = new int[lists];
        int[][] items = new int[lists][];
        for (int list = 0; list < lists; list++) {
            users[list] = user(pairs[start[list]]);
            items[list] = LongStream.of(Arrays.copyOfRange(pairs, start[list], start[list + 1]))
                    .mapToInt(pair -> (int) pair)
                    .toArray();
        }
        return new GivenItems(users, items);
    }

    private static int user(long pair) {
        return (int) (pair >>> Integer.SIZE);
    }

    /** The number of lists, one a user. */
    public int size() {
        return users.length;
    }

    /** Those of some users alone. */
    public GivenItems where(IntPredicate user) {
        int[] kept = IntStream.range(0, users.length)
                .filter(at -> user.test(users[at]))
                .toArray();
        return new GivenItems(
                IntStream.of(kept).map(at -> users[at]).toArray(),
                IntStream.of(kept).mapToObj(at -> items[at]).toArray(int[][]::new));
    }

    /**
     * The first {@code depth} of each list in the order of a scorer, without scores: of lists of thousands, what is looked at.
     * Where it knows none of a user's items, they are in the fallback's order.
     */
    public NamedLists by(String name, ItemScorer scorer, ItemScorer fallback, int depth, Workers workers) {
        RankedList[] ranked = new RankedList[size()];
        Boolean[] isFallback = new Boolean[size()];
        workers.forBlocks(size(), LISTS_PER_BLOCK, () -> new double[scorer.itemCount()], (scores, block, from, to) -> {
            for (int list = from; list < to; list++) {
                scorer.score(users[list], scores);
                isFallback[list] = scorer != fallback && knowsNone(items[list], scores);
                if (isFallback[list]) {
                    fallback.score(users[list], scores);
                }
                ranked[list] = top(list, scores, depth);
            }
        });
        return new NamedLists(name, List.of(ranked), List.of(isFallback));
    }

    private RankedList top(int list, double[] scoresOfAll, int depth) {
        double[] scores =
                IntStream.of(items[list]).mapToDouble(item -> scoresOfAll[item]).toArray();
        return RankedList.byScore(users[list], items[list], scores).top(depth).orderAlone();
    }

    private static boolean knowsNone(int[] items, double[] scores) {
        return IntStream.of(items).allMatch(item -> scores[item] == Double.NEGATIVE_INFINITY);
    }
}
