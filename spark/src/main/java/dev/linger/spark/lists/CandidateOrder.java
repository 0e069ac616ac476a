package dev.linger.spark.lists;

import dev.linger.features.FeatureColumn;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.spark.plays.PlayBlock;
import java.io.Serializable;
import java.util.List;

/** How the candidates of the users of a block are ordered. */
public interface CandidateOrder extends Serializable {
    /**
     * The lists of all systems, a list for each of the candidate lists.
     *
     * @param retrievalColumns what stage one says of candidates
     * @param candidates of users of the block, numbered within it
     */
    Systems of(PlayBlock block, List<FeatureColumn> retrievalColumns, List<CandidateList> candidates);

    /** The order of stage one. */
    record ByStageOne() implements CandidateOrder {
        private static final long serialVersionUID = 1;

        /** The name of the order in tables. */
        private static final String NAME = "stage-one";

        @Override
        public Systems of(PlayBlock block, List<FeatureColumn> retrievalColumns, List<CandidateList> candidates) {
            return Systems.of(
                    List.of(NAME),
                    List.of(candidates.stream().map(CandidateList::byStageOne).toList()));
        }
    }
}
