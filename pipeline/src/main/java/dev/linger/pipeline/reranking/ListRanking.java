package dev.linger.pipeline.reranking;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.features.FeatureRows;
import dev.linger.features.replay.FeatureReplay;
import dev.linger.pipeline.retrieval.CandidateList;
import dev.linger.pipeline.run.RunContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Scores lists that are asked for at one instant; never more than a block of their feature rows a thread is held. */
public final class ListRanking {
    private static final int LISTS_PER_BLOCK = 16;

    private final FeatureReplay replay;
    private final int asOfDay;
    private final long requestMillis;
    private final RunContext run;

    /**
     * Moves the replay to the day of the request.
     *
     * @param replay stands at or before the day, and is moved there
     * @param asOfDay local day of the instant; features look at days before it
     * @param requestMillis the instant
     * @throws InputException where a column is not known when a list is asked for
     */
    public ListRanking(FeatureReplay replay, int asOfDay, long requestMillis, RunContext run) {
        this.replay = replay;
        this.asOfDay = asOfDay;
        this.requestMillis = requestMillis;
        this.run = run;
        replay.requireKnownAtRequest();
        replay.advanceTo(asOfDay, run.workers());
    }

    /** The feature rows of some lists, all at once. */
    public FeatureRows rows(List<CandidateList> lists) {
        return lists.isEmpty()
                ? new FeatureRows(replay.columns(), new int[0], new int[0], new float[0])
                : replay.fillToday(CandidateList.requests(lists, asOfDay, requestMillis));
    }

    /**
     * The scores that several systems give the items of each list, {@code [list][system][item]}.
     *
     * @param what is being done, for the progress
     * @param systems gives the scores of feature rows, {@code [system][row]}
     */
    public double[][][] score(List<CandidateList> lists, String what, Function<FeatureRows, double[][]> systems) {
        double[][][] scored = new double[lists.size()][][];
        forEach(lists, what, systems, (at, scores) -> scored[at] = scores);
        return scored;
    }

    /** For each system the lists in its order, in the order of {@code lists}; see {@link #score}. */
    public List<List<RankedList>> rank(
            List<CandidateList> lists, String what, Function<FeatureRows, double[][]> systems) {
        return rank(lists, Integer.MAX_VALUE, what, systems);
    }

    /**
     * The same of long lists.
     *
     * @param longest how many items of each are kept
     */
    public List<List<RankedList>> rank(
            List<CandidateList> lists, int longest, String what, Function<FeatureRows, double[][]> systems) {
        RankedList[][] ranked = new RankedList[lists.size()][];
        forEach(lists, what, systems, (at, scores) -> ranked[at] = ranked(lists.get(at), scores, longest));
        return bySystem(ranked);
    }

    /** The first {@code longest} of a list in the order of each system, from scores {@code [system][item]}. */
    public static RankedList[] ranked(CandidateList list, double[][] scores, int longest) {
        return Arrays.stream(scores)
                .map(ofSystem ->
                        RankedList.byScore(list.user(), list.items(), ofSystem).top(longest))
                .toArray(RankedList[]::new);
    }

    /** From lists {@code [list][system]} those of each system. */
    public static List<List<RankedList>> bySystem(RankedList[][] ranked) {
        int systems = ranked.length == 0 ? 0 : ranked[0].length;
        return IntStream.range(0, systems)
                .mapToObj(system ->
                        Arrays.stream(ranked).map(ofList -> ofList[system]).toList())
                .toList();
    }

    private void forEach(
            List<CandidateList> lists, String what, Function<FeatureRows, double[][]> systems, Scored scored) {
        try (Progress.Task task = run.progress().start(what, "lists", lists.size())) {
            run.workers().forBlocks(lists.size(), LISTS_PER_BLOCK, (from, to) -> {
                List<CandidateList> block = lists.subList(from, to);
                double[][] scores =
                        systems.apply(replay.fillToday(CandidateList.requests(block, asOfDay, requestMillis)));
                int row = 0;
                for (int at = from; at < to; at++) {
                    int first = row;
                    int end = row + lists.get(at).size();
                    scored.accept(
                            at,
                            Arrays.stream(scores)
                                    .map(system -> Arrays.copyOfRange(system, first, end))
                                    .toArray(double[][]::new));
                    row = end;
                }
                task.advance(to - from);
            });
        }
    }

    /** Takes the scores of the list at a position, {@code [system][item]}. */
    @FunctionalInterface
    private interface Scored {
        void accept(int at, double[][] scores);
    }
}
