package dev.linger.recommender.scoring;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import dev.linger.features.FeatureRows;
import dev.linger.features.replay.FeatureState;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Scores lists that are asked for at one instant; never more than a block of their feature rows a thread is held. */
public final class ListScoring {
    private static final int LISTS_PER_BLOCK = 16;

    private final FeatureState features;
    private final long requestMillis;

    /**
     * Lists that are asked for on the day at which a state stands.
     *
     * @param features what was known when the day began
     * @param requestMillis the instant, in milliseconds since 1970-01-01 UTC
     * @throws InputException where a column is not known when a list is asked for
     */
    public ListScoring(FeatureState features, long requestMillis) {
        features.requireKnownAtRequest();
        this.features = features;
        this.requestMillis = requestMillis;
    }

    /** The feature rows of some lists, all at once. */
    public FeatureRows rows(List<CandidateList> lists) {
        return lists.isEmpty()
                ? new FeatureRows(features.columns(), new int[0], new int[0], new float[0])
                : features.fill(CandidateList.requests(lists, features.today(), requestMillis));
    }

    /**
     * The scores that several systems give the items of each list, {@code [list][system][item]}.
     *
     * @param what is being done, for the progress
     * @param systems gives the scores of feature rows, {@code [system][row]}
     */
    public double[][][] score(
            List<CandidateList> lists,
            String what,
            Function<FeatureRows, double[][]> systems,
            Workers workers,
            Progress progress) {
        double[][][] scored = new double[lists.size()][][];
        forEach(lists, what, systems, workers, progress, (at, scores) -> scored[at] = scores);
        return scored;
    }

    /**
     * For each system the lists in its order, in the order of {@code lists}; see {@link #score}.
     *
     * @param longest how many items of each are kept
     */
    public List<List<RankedList>> rank(
            List<CandidateList> lists,
            int longest,
            String what,
            Function<FeatureRows, double[][]> systems,
            Workers workers,
            Progress progress) {
        RankedList[][] ranked = new RankedList[lists.size()][];
        forEach(
                lists,
                what,
                systems,
                workers,
                progress,
                (at, scores) -> ranked[at] = ranked(lists.get(at), scores, longest));
        return bySystem(ranked);
    }

    /** The first {@code longest} of a list in the order of each system, from scores {@code [system][item]}. */
    private static RankedList[] ranked(CandidateList list, double[][] scores, int longest) {
        return Arrays.stream(scores)
                .map(ofSystem ->
                        RankedList.byScore(list.user(), list.items(), ofSystem).top(longest))
                .toArray(RankedList[]::new);
    }

    /** From lists {@code [list][system]} those of each system. */
    private static List<List<RankedList>> bySystem(RankedList[][] ranked) {
        int systems = ranked.length == 0 ? 0 : ranked[0].length;
        return IntStream.range(0, systems)
                .mapToObj(system ->
                        Arrays.stream(ranked).map(ofList -> ofList[system]).toList())
                .toList();
    }

    private void forEach(
            List<CandidateList> lists,
            String what,
            Function<FeatureRows, double[][]> systems,
            Workers workers,
            Progress progress,
            Scored scored) {
        try (Progress.Task task = progress.start(what, "lists", lists.size())) {
            workers.forBlocks(lists.size(), LISTS_PER_BLOCK, (from, to) -> {
                List<CandidateList> block = lists.subList(from, to);
                double[][] scores =
                        systems.apply(features.fill(CandidateList.requests(block, features.today(), requestMillis)));
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
