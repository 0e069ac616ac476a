package dev.linger.recommender.scoring;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.features.FeatureRows;
import dev.linger.features.replay.FeatureState;
import dev.linger.ranker.Ranker;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.List;

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
        boolean readFeatures = rankers.stream().anyMatch(Ranker::readsFeatures);
        int[] firstRow = ListScores.firstRows(lists);
        double[][] scores = new double[rankers.size()][firstRow[lists.size()]];
        try (Progress.Task task = progress.start(what, "lists", lists.size())) {
            workers.forBlocks(lists.size(), LISTS_PER_BLOCK, (from, to) -> {
                List<CandidateList> block = lists.subList(from, to);
                FeatureRows rows = readFeatures ? rows(block) : retrievalRows(block);
                for (int ranker = 0; ranker < scores.length; ranker++) {
                    double[] ofBlock = new double[rows.size()];
                    rankers.get(ranker).score(rows, ofBlock);
                    System.arraycopy(ofBlock, 0, scores[ranker], firstRow[from], ofBlock.length);
                }
                task.advance(to - from);
            });
        }
        return new ListScores(lists, scores);
    }

    /** Rows with the columns of retrieval alone; at least one list. */
    private FeatureRows retrievalRows(List<CandidateList> lists) {
        return CandidateList.requests(lists, features.today(), requestMillis).retrievalRows();
    }
}
