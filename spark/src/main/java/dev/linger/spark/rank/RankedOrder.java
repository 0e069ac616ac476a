package dev.linger.spark.rank;

import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import dev.linger.features.FeatureColumn;
import dev.linger.features.replay.FeatureState;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.scoring.ListScoring;
import dev.linger.spark.lists.CandidateOrder;
import dev.linger.spark.plays.PlayBlock;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;

/**
 * The order of a trained ranker, whose rows are filled where the plays of their users are.
 *
 * @param cutMillis the instant at which lists are asked for, in milliseconds since 1970-01-01 UTC
 */
record RankedOrder(SentDays features, Broadcast<SentRanker> ranker, long cutMillis) implements CandidateOrder {
    private static final long serialVersionUID = 1;

    @Override
    public Systems of(PlayBlock block, List<FeatureColumn> retrievalColumns, List<CandidateList> candidates) {
        Reranker reranker = ranker.value().reranker();
        FeatureState state = features.of(block, retrievalColumns);
        state.advanceTo(InteractionLog.dayOf(cutMillis, features.zone()));
        List<List<RankedList>> ranked = new ListScoring(state, cutMillis)
                .scores(candidates, reranker.rankers(), "rank", Workers.ofCaller(), Progress.SILENT)
                .ranked(
                        (list, ofMembers) -> reranker.systemScores(ofMembers, list.stageOneScores()),
                        Integer.MAX_VALUE,
                        Workers.ofCaller());
        List<String> names = reranker.systems();
        return Systems.of(
                        names,
                        ranked.isEmpty()
                                ? names.stream()
                                        .map(name -> List.<RankedList>of())
                                        .toList()
                                : ranked)
                .withServedScoresAlone();
    }
}
