package dev.linger.pipeline.reranking;

import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.protocol.GivenItems;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.RetrievalColumns;
import java.util.List;

/**
 * Lists whose items are given, ready to be ranked.
 *
 * @param lists one a user
 */
public record FixedCandidates(List<CandidateList> lists) {
    /** Given items with what stage one says of them. */
    public static FixedCandidates of(GivenItems given, RetrievalColumns columns, Workers workers) {
        return new FixedCandidates(
                workers.map(given.size(), at -> CandidateList.of(columns, given.users()[at], given.items()[at])));
    }

    /** The whole lists in the order of stage one, under its name. */
    public NamedLists byStageOne(String name) {
        return new NamedLists(
                name, lists.stream().map(CandidateList::byStageOne).toList());
    }
}
