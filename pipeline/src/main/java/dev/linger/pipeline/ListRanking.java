package dev.linger.pipeline;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.features.FeatureReplay;
import dev.linger.features.FeatureRows;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Scores lists that are asked for at one instant; never more than a block of their feature rows a thread is held. */
final class ListRanking {
    private static final int LISTS_PER_BLOCK = 16;

    private final FeatureReplay replay;
    private final int asOfDay;
    private final long requestMillis;
    private final RunContext run;

    /**
     * @param replay stands at or before the day, and is moved there
     * @param asOfDay local day of the instant; features look at days before it
     * @param requestMillis the instant
     * @throws InputException where a column is not known when a list is asked for
     */
    ListRanking(FeatureReplay replay, int asOfDay, long requestMillis, RunContext run) {
        this.replay = replay;
        this.asOfDay = asOfDay;
        this.requestMillis = requestMillis;
        this.run = run;
        replay.requireKnownAtRequest();
        replay.advanceTo(asOfDay, run.workers());
    }

    /** The feature rows of some lists, all at once. */
    FeatureRows rows(List<ItemsToRank> lists) {
        return lists.isEmpty()
                ? new FeatureRows(replay.columns(), new int[0], new int[0], new float[0])
                : replay.fillToday(ItemsToRank.requests(lists, asOfDay, requestMillis));
    }

    /**
     * The scores that several systems give the items of each list, {@code [list][system][item]}.
     *
     * @param what is being done, for the progress
     * @param systems gives the scores of feature rows, {@code [system][row]}
     */
    double[][][] score(List<ItemsToRank> lists, String what, Function<FeatureRows, double[][]> systems) {
        double[][][] scored = new double[lists.size()][][];
        try (Progress.Task task = run.progress().start(what, "lists", lists.size())) {
            run.workers().forBlocks(lists.size(), LISTS_PER_BLOCK, (from, to) -> {
                List<ItemsToRank> block = lists.subList(from, to);
                double[][] scores =
                        systems.apply(replay.fillToday(ItemsToRank.requests(block, asOfDay, requestMillis)));
                int row = 0;
                for (int at = from; at < to; at++) {
                    int first = row;
                    int end = row + lists.get(at).size();
                    scored[at] = Arrays.stream(scores)
                            .map(system -> Arrays.copyOfRange(system, first, end))
                            .toArray(double[][]::new);
                    row = end;
                }
                task.advance(to - from);
            });
        }
        return scored;
    }

    /** For each system the lists in its order, in the order of {@code lists}; see {@link #score}. */
    List<List<RankedList>> rank(List<ItemsToRank> lists, String what, Function<FeatureRows, double[][]> systems) {
        return bySystem(lists, score(lists, what, systems));
    }

    /** For each system the lists in its order, from scores {@code [list][system][item]}. */
    static List<List<RankedList>> bySystem(List<ItemsToRank> lists, double[][][] scores) {
        int systems = scores.length == 0 ? 0 : scores[0].length;
        return IntStream.range(0, systems)
                .mapToObj(system -> IntStream.range(0, scores.length)
                        .mapToObj(list -> RankedList.byScore(
                                lists.get(list).user(), lists.get(list).items(), scores[list][system]))
                        .toList())
                .toList();
    }
}
