package dev.linger.recommender.scoring;

import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What several rankers give the items of lists.
 *
 * @param lists the lists
 * @param scores {@code [ranker][row]}, a row an item, those of one list after the other
 */
public record ListScores(List<CandidateList> lists, double[][] scores) {
    private static final int LISTS_PER_BLOCK = 64;

    public ListScores {
        lists = List.copyOf(lists);
        int rows = firstRows(lists)[lists.size()];
        for (double[] ofRanker : scores) {
            if (ofRanker.length != rows) {
                throw new IllegalArgumentException(ofRanker.length + " scores of " + rows + " items");
            }
        }
    }

    /** Where the rows of each list begin, and at last where those of all end. */
    private static int[] firstRows(List<CandidateList> lists) {
        return firstRows(lists.stream().mapToInt(CandidateList::size).toArray());
    }

    /** The same of lists of these sizes. */
    static int[] firstRows(int[] sizes) {
        int[] first = new int[sizes.length + 1];
        for (int list = 0; list < sizes.length; list++) {
            first[list + 1] = Math.addExact(first[list], sizes[list]);
        }
        return first;
    }

    /** Gives each list's scores of the rankers, {@code [ranker][item]}, to a task; several lists at once. */
    public void forEach(Workers workers, ListTask task) {
        int[] first = firstRows(lists);
        workers.forBlocks(lists.size(), LISTS_PER_BLOCK, (from, to) -> {
            for (int list = from; list < to; list++) {
                int begin = first[list];
                int end = first[list + 1];
                task.run(
                        list,
                        Arrays.stream(scores)
                                .map(ofRanker -> Arrays.copyOfRange(ofRanker, begin, end))
                                .toArray(double[][]::new));
            }
        });
    }

    /**
     * For each system the lists in its order, in the order of {@link #lists}; none where there are no lists.
     *
     * @param longest how many items of each are kept
     */
    public List<List<RankedList>> ranked(Systems systems, int longest, Workers workers) {
        RankedList[][] ranked = new RankedList[lists.size()][];
        forEach(workers, (at, ofRankers) -> {
            CandidateList list = lists.get(at);
            ranked[at] = Arrays.stream(systems.scores(list, ofRankers))
                    .map(scores -> RankedList.byScore(list.user(), list.items(), scores)
                            .top(longest))
                    .toArray(RankedList[]::new);
        });
        return IntStream.range(0, ranked.length == 0 ? 0 : ranked[0].length)
                .mapToObj(system ->
                        Arrays.stream(ranked).map(ofList -> ofList[system]).toList())
                .toList();
    }

    /** What makes scores of systems from those of rankers. */
    @FunctionalInterface
    public interface Systems {
        /**
         * The scores of each system for one list, {@code [system][item]}.
         *
         * @param ofRankers {@code [ranker][item]}
         */
        double[][] scores(CandidateList list, double[][] ofRankers);
    }

    /** Takes the scores of one list, {@code [ranker][item]}. */
    @FunctionalInterface
    public interface ListTask {
        void run(int list, double[][] scores);
    }
}
