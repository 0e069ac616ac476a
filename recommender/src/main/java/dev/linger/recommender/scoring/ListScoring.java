package dev.linger.recommender.scoring;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.features.FeatureRows;
import dev.linger.features.replay.FeatureState;
import dev.linger.ranker.Ranker;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Scores lists that are asked for at one instant; never more than a block of their feature rows a thread is held. */
public final class ListScoring {
    private static final int LISTS_PER_BLOCK = 16;

    private final FeatureState features;
    private final long requestMillis;

    /**
     * Lists that are asked for on the day at which a state stands.
     *
     * @param features what lists may know
     * @param requestMillis the instant, in milliseconds since 1970-01-01 UTC
     * @throws InputException where a column is not known when a list is asked for
     */
    public ListScoring(FeatureState features, long requestMillis) {
        features.requireKnownAtRequest();
        this.features = features;
        this.requestMillis = requestMillis;
    }

    /** The instant at which lists are asked for, in milliseconds since 1970-01-01 UTC. */
    public long requestMillis() {
        return requestMillis;
    }

    /** The feature rows of some lists, all at once. */
    public FeatureRows rows(List<CandidateList> lists) {
        return lists.isEmpty()
                ? new FeatureRows(features.columns(), new int[0], new int[0], new float[0])
                : features.fill(CandidateList.requests(lists, features.today(), requestMillis));
    }

    /**
     * What rankers give the items of lists.
     *
     * @param what is being done, for the progress
     */
    public ListScores scores(
            List<CandidateList> lists, List<Ranker> rankers, String what, Workers workers, Progress progress) {
        int[] sizes = lists.stream().mapToInt(CandidateList::size).toArray();
        return new ListScores(lists, scores(sizes, lists::get, rankers, what, workers, progress));
    }

    /**
     * The same of lists that are made when they are scored, {@code [ranker][row]}, a row an item.
     *
     * @param sizes how many items each list has
     * @param list gives each list, once; several threads ask
     */
    public double[][] scores(
            int[] sizes,
            IntFunction<CandidateList> list,
            List<Ranker> rankers,
            String what,
            Workers workers,
            Progress progress) {
        boolean readFeatures = rankers.stream().anyMatch(Ranker::readsFeatures);
        int[] firstRow = ListScores.firstRows(sizes);
        double[][] scores = new double[rankers.size()][firstRow[sizes.length]];
        try (Progress.Task task = progress.start(what, "lists", sizes.length)) {
            workers.forBlocks(sizes.length, LISTS_PER_BLOCK, (from, to) -> {
                List<CandidateList> block =
                        IntStream.range(from, to).mapToObj(list).toList();
                FeatureRows rows = readFeatures ? rows(block) : retrievalRows(block);
                for (int ranker = 0; ranker < scores.length; ranker++) {
                    double[] ofBlock = new double[rows.size()];
                    rankers.get(ranker).score(rows, ofBlock);
                    System.arraycopy(ofBlock, 0, scores[ranker], firstRow[from], ofBlock.length);
                }
                task.advance(to - from);
            });
        }
        return scores;
    }

    /** Rows with the columns of retrieval alone; at least one list. */
    private FeatureRows retrievalRows(List<CandidateList> lists) {
        return CandidateList.requests(lists, features.today(), requestMillis).retrievalRows();
    }
}
