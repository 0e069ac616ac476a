package dev.linger.recommender;

import dev.linger.candidates.union.CandidateUnion;
import dev.linger.data.RankedList;
import dev.linger.features.FeatureRows;
import dev.linger.features.replay.FeatureState;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.order.OrderContext;
import dev.linger.recommender.order.OrdererChain;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.Retriever;
import java.util.List;

/**
 * The four steps by which a request becomes a list, each for itself: find (retrieve and filter), rows, score, order. Who asks brings
 * what belongs to the request: a retriever, which may know more than was fitted, the instant, and what orderers ask about the user.
 */
public final class RequestPath {
    private final CandidateUnion quotas;
    private final int limit;
    private final FeatureState features;
    private final Reranker reranker;
    private final OrdererChain orderers;

    RequestPath(RecommenderConfig config, FeatureState features, Reranker reranker, OrdererChain orderers) {
        this.quotas = new CandidateUnion(
                config.quotas().stream().mapToInt(Integer::intValue).toArray());
        this.limit = config.limit();
        this.features = features;
        this.reranker = reranker;
        this.orderers = orderers;
    }

    /**
     * The candidates of a user.
     *
     * @param from its sources have the names and columns of those fitted
     */
    public Retriever.Found find(int user, Retriever from) {
        return from.find(user, quotas, limit, limit);
    }

    /**
     * The fallback's list for a user of whom nothing is known, not ordered further: as many as are ranked of others, so that
     * orderers have a choice.
     *
     * @param excluded items that are left out, ascending
     * @param count how many are wanted at least
     */
    public RankedList forUnknownUser(Retriever from, int[] excluded, int count) {
        return from.forUnknownUser(excluded, Math.max(limit, count));
    }

    /**
     * The feature rows of candidates.
     *
     * @param atMillis when they are asked for, in milliseconds since 1970-01-01 UTC
     */
    public FeatureRows rows(Retriever.Found found, long atMillis) {
        return features.fill(CandidateList.requests(List.of(found.candidates()), features.today(), atMillis));
    }

    /** Candidates ranked, with the scores of every system. */
    public Answer answer(Retriever.Found found, FeatureRows rows, OrderContext context) {
        return answer(found, rows, context, systemScores(found.candidates(), reranker.memberScores(rows)));
    }

    /** The same list with the scores that make it alone: rankers on which it does not depend are not asked. */
    public Answer served(Retriever.Found found, FeatureRows rows, OrderContext context) {
        return answer(found, rows, context, new double[][] {lastScores(rows)});
    }

    /** Candidates in the order of the scores that make the list, not ordered further. */
    public RankedList scored(Retriever.Found found, FeatureRows rows) {
        return byScore(found.candidates(), lastScores(rows));
    }

    /** Candidates in the order of stage one, not re-ranked. */
    public Answer retrieved(Retriever.Found found, OrderContext context) {
        FeatureRows none = new FeatureRows(features.columns(), new int[0], new int[0], new float[0]);
        return answer(found, none, new double[0][], found.candidates().byStageOne(), context);
    }

    /** What orderers make of a scored list, one after the other. */
    public OrdererChain.Ordered ordered(RankedList scored, OrderContext context) {
        return orderers.order(scored, context);
    }

    /** Whether lists are drawn at random. */
    public boolean drawsLists() {
        return orderers.draws();
    }

    /** How likely it is that a scored list is shown so, each place given those above it ({@link OrdererChain#propensities}). */
    public double[] propensities(RankedList scored, OrderContext context, int[] shown) {
        return orderers.propensities(scored, context, shown);
    }

    /** The scores of every system of the reranker, of those of its members. */
    double[][] systemScores(CandidateList list, double[][] ofMembers) {
        return reranker.systemScores(ofMembers, list.stageOneScores());
    }

    private double[] lastScores(FeatureRows rows) {
        double[] scores = new double[rows.size()];
        reranker.trained().score(rows, scores);
        return scores;
    }

    private Answer answer(Retriever.Found found, FeatureRows rows, OrderContext context, double[][] scores) {
        return answer(found, rows, scores, byScore(found.candidates(), scores[scores.length - 1]), context);
    }

    private static RankedList byScore(CandidateList candidates, double[] scores) {
        return RankedList.byScore(candidates.user(), candidates.items(), scores);
    }

    private Answer answer(
            Retriever.Found found, FeatureRows rows, double[][] scores, RankedList scored, OrderContext context) {
        OrdererChain.Ordered ordered = ordered(scored, context);
        return new Answer(found, rows, scores, ordered.list(), ordered.propensities());
    }
}
