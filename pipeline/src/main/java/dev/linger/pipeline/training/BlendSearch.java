package dev.linger.pipeline.training;

import dev.linger.pipeline.cache.Lazy;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.protocol.Purpose;
import dev.linger.pipeline.reranking.ListsToScore;
import dev.linger.pipeline.run.RunContext;
import dev.linger.ranker.BlendGoal;
import dev.linger.ranker.BlendQuality;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.blend.BlendParts;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.scoring.ListScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Measures blends on the validation days as the test will measure them: lists that are asked for when those days begin,
 * re-ranked, against what was relevant in them. The quality is the geometric mean of the metrics by all relevance rules, so
 * that a gain of so many percent counts the same by each of them.
 */
public final class BlendSearch implements BlendQuality {
    private static final Ndcg NDCG = new Ndcg(10);
    private static final Recall RECALL = new Recall(50);
    private static final List<ListMetric> END_TO_END_METRICS = List.of(NDCG, RECALL);
    private static final List<ListMetric> PREFERENCE_METRICS = List.of(NDCG);
    private static final int LISTS_PER_BLOCK = 64;

    /** What a metric counts at least, so that one by which nothing was found does not hide the others. */
    private static final double LEAST = 1e-6;

    private final ListsToScore candidates;
    private final List<Judgments> judgments;
    private final List<ListMetric> metrics;
    private final int depth;
    /** Asked for when the lists have been scored, which makes them. */
    private final Lazy<List<RelevantPlaces>> relevant;

    private final RunContext run;

    /** The name of the order that finds, among all videos, those that will be watched. */
    public static final String END_TO_END = "blend";

    /** The same for other lists, by other judgments and metrics. */
    public BlendSearch(ListsToScore candidates, List<Judgments> judgments, List<ListMetric> metrics, RunContext run) {
        this.candidates = candidates;
        this.judgments = judgments;
        this.metrics = List.copyOf(metrics);
        this.depth = metrics.stream().mapToInt(ListMetric::cutoff).max().orElse(0);
        this.relevant = Lazy.of(() -> judgments.stream()
                .map(of -> RelevantPlaces.of(of, candidates.lists().lists()))
                .toList());
        this.run = run;
    }

    /**
     * What blends are chosen for: to order given videos, by NDCG@10 and the first relevance rule, and the candidates of a stage
     * one that was fitted before, by NDCG@10 and Recall@50 and all rules. The last is what the system is for.
     */
    public static List<BlendGoal> goals(ValidationLists lists) {
        BlendGoal preference =
                new BlendGoal(Systems.PREFERENCE, parts -> preference(lists).of(parts));
        BlendGoal endToEnd = new BlendGoal(END_TO_END, parts -> endToEnd(lists).of(parts));
        return switch (lists.holdout().purpose()) {
            case END_TO_END -> List.of(preference, endToEnd);
            case PREFERENCE -> List.of(endToEnd, preference);
        };
    }

    /** What measures the order that users get, by what the system is for. */
    public static BlendSearch ofPurpose(ValidationLists lists) {
        return switch (lists.holdout().purpose()) {
            case END_TO_END -> endToEnd(lists);
            case PREFERENCE -> preference(lists);
        };
    }

    /** The names of what {@link #ofPurpose} measures, where every relevance rule is satisfied by some play. */
    public static List<String> names(Purpose purpose, List<RelevanceRule> rules) {
        List<String> names = rules.stream().map(RelevanceRule::name).toList();
        return switch (purpose) {
            case END_TO_END -> ValidationQuality.names(END_TO_END_METRICS, names);
            case PREFERENCE -> ValidationQuality.names(PREFERENCE_METRICS, names.subList(0, 1));
        };
    }

    private static BlendSearch preference(ValidationLists lists) {
        return new BlendSearch(
                lists.given(), List.of(lists.holdout().preference().judgments()), PREFERENCE_METRICS, lists.run());
    }

    private static BlendSearch endToEnd(ValidationLists lists) {
        return new BlendSearch(lists.candidates(), lists.holdout().validation(), END_TO_END_METRICS, lists.run());
    }

    @Override
    public OfWeights of(Parts parts) {
        double[][][] scores = scores(parts.rankers(), parts::scores);
        return weights -> quality(means(scores, weights));
    }

    /** The quality of one ranker, with all that it is made of. */
    public ValidationQuality measure(Ranker ranker) {
        Reranker reranker = Reranker.of(ranker);
        double[][][] served = scores(reranker.rankers(), (ofMembers, stageOne) -> {
            double[][] systems = reranker.systemScores(ofMembers, stageOne);
            return new double[][] {systems[systems.length - 1]};
        });
        double[] means = means(served, new double[] {1});
        List<Double> values = new ArrayList<>(List.of(quality(means)));
        DoubleStream.of(means).forEach(values::add);
        return new ValidationQuality(
                ValidationQuality.names(
                        metrics, judgments.stream().map(Judgments::rule).toList()),
                values);
    }

    /** What each part gives the items of each list, standardised, {@code [list][part][item]}. */
    private double[][][] scores(List<Ranker> rankers, PartScores parts) {
        ListScores known = candidates.by(rankers, "choose the blend", run);
        List<CandidateList> lists = known.lists();
        double[][][] scores = new double[lists.size()][][];
        known.forEach(run.workers(), (list, ofRankers) -> {
            scores[list] = parts.scores(ofRankers, lists.get(list).stageOneScores());
            for (double[] ofPart : scores[list]) {
                BlendParts.standardise(ofPart, 0, ofPart.length);
                requireNumbers(ofPart, lists.get(list));
            }
        });
        return scores;
    }

    private static void requireNumbers(double[] scores, CandidateList list) {
        for (int at = 0; at < scores.length; at++) {
            if (Double.isNaN(scores[at])) {
                throw new IllegalArgumentException(
                        "score of item " + list.items()[at] + " of user " + list.user() + " is NaN");
            }
        }
    }

    /** Parts of one list, {@code [part][item]}, from what rankers and retrieval give its items. */
    @FunctionalInterface
    private interface PartScores {
        double[][] scores(double[][] ofRankers, double[] stageOne);
    }

    /** The geometric mean. */
    private static double quality(double[] means) {
        double product = 1;
        for (double mean : means) {
            product *= Math.max(LEAST, mean);
        }
        return StrictMath.pow(product, 1.0 / means.length);
    }

    /** The mean of each metric by each rule, those of the first rule first. */
    private double[] means(double[][][] scores, double[] weights) {
        List<RelevantPlaces> places = relevant.get();
        List<CandidateList> lists = candidates.lists().lists();
        double[][] values = new double[judgments.size() * metrics.size()][];
        Arrays.setAll(values, at -> places.get(at / metrics.size()).ofNothing(metrics.get(at % metrics.size())));
        run.workers().forBlocks(scores.length, LISTS_PER_BLOCK, (from, to) -> {
            for (int list = from; list < to; list++) {
                measure(places, list, lists.get(list).items(), scores[list], weights, values);
            }
        });
        return Arrays.stream(values).mapToDouble(BlendSearch::mean).toArray();
    }

    /** Writes the values of the user of a list by each rule. */
    private void measure(
            List<RelevantPlaces> relevant,
            int list,
            int[] items,
            double[][] scores,
            double[] weights,
            double[][] values) {
        if (relevant.stream().noneMatch(places -> places.any(list))) {
            return;
        }
        double[] mixed = mixed(scores, weights, items.length);
        for (int rule = 0; rule < relevant.size(); rule++) {
            RelevantPlaces places = relevant.get(rule);
            if (places.any(list)) {
                boolean[] hits = places.hits(list, items, mixed, depth);
                int user = places.userOf()[list];
                for (int metric = 0; metric < metrics.size(); metric++) {
                    values[rule * metrics.size() + metric][user] =
                            metrics.get(metric).of(hits, places.relevantCount()[user]);
                }
            }
        }
    }

    private static double[] mixed(double[][] scores, double[] weights, int items) {
        double[] mixed = new double[items];
        for (int part = 0; part < weights.length; part++) {
            double weight = weights[part];
            double[] ofPart = scores[part];
            for (int at = 0; at < items; at++) {
                mixed[at] += weight * ofPart[at];
            }
        }
        return mixed;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
