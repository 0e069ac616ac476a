package dev.linger.pipeline.config;

import dev.linger.data.config.Key;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** What counts as relevant, which metrics of lists are shown, and how sure a difference is. */
public record EvaluationConfig(
        @Key(
                        value = "rules for what is relevant; each has its own tables",
                        byDefault = "[{\"type\": \"ratio-above\", \"threshold\": 1.0, \"inclusive\": false},"
                                + " {\"type\": \"duration-debiased\", \"percentile\": 0.8, \"buckets\": 20}]",
                        because =
                                "on the validation days the first chooses the setting of ALS, and the mean of all chooses quotas"
                                        + " and the weights of the blend")
                List<RelevanceRule> relevance,
        @Key(value = "resamples of users for the intervals of paired differences, 40 to 1000000", byDefault = "1000")
                int resamples,
        @Key(
                        value =
                                "metrics of lists, at cutoffs up to 500, in the order of the columns; the first is the headline,"
                                        + " whose differences and headroom are shown, and the first two stand in the summary, in ablations"
                                        + " and in comparisons of runs",
                        byDefault = "[{\"type\": \"ndcg\", \"k\": 10}, {\"type\": \"recall\", \"k\": 50},"
                                + " {\"type\": \"recall\", \"k\": 100}, {\"type\": \"hit-rate\", \"k\": 10},"
                                + " {\"type\": \"mrr\", \"k\": 100}, {\"type\": \"map\", \"k\": 10}]",
                        because = "the first page and longer lists, by rank and by share found")
                List<ListMetric> metrics,
        @Key(
                        value =
                                "cutoffs of the tables that show precision, recall and NDCG at many, ascending, from 1 to 500",
                        byDefault = "[5, 10, 20, 50, 100, 250]")
                List<Integer> cutoffs) {
    /** The lists that are measured are at least this long, where there are as many items: no cutoff lies beyond. */
    public static final int LONGEST_LIST = 500;

    public EvaluationConfig {
        relevance = List.copyOf(relevance);
        metrics = List.copyOf(metrics);
        cutoffs = List.copyOf(cutoffs);
        if (relevance.isEmpty()) {
            throw new IllegalArgumentException("relevance must name at least one rule");
        }
        if (resamples < PairedBootstrap.MIN_RESAMPLES || resamples > PairedBootstrap.MAX_RESAMPLES) {
            throw new IllegalArgumentException("resamples must be in " + PairedBootstrap.MIN_RESAMPLES + ".."
                    + PairedBootstrap.MAX_RESAMPLES + " but was " + resamples);
        }
        requireMetrics(metrics);
        requireCutoffs(cutoffs);
    }

    private static void requireMetrics(List<ListMetric> metrics) {
        if (metrics.isEmpty()) {
            throw new IllegalArgumentException("metrics must name at least one metric");
        }
        HashSet<String> names = new HashSet<>();
        for (ListMetric metric : metrics) {
            if (!names.add(metric.name())) {
                throw new IllegalArgumentException("metrics must differ but " + metric.name() + " is there twice");
            }
            if (metric.cutoff() > LONGEST_LIST) {
                throw new IllegalArgumentException(
                        "cutoffs of metrics must be <= " + LONGEST_LIST + " but there is " + metric.name());
            }
        }
    }

    private static void requireCutoffs(List<Integer> cutoffs) {
        int last = 0;
        for (int cutoff : cutoffs) {
            if (cutoff <= last || cutoff > LONGEST_LIST) {
                throw new IllegalArgumentException(
                        "cutoffs must ascend from 1 to " + LONGEST_LIST + " at most but were " + cutoffs);
            }
            last = cutoff;
        }
        if (cutoffs.isEmpty()) {
            throw new IllegalArgumentException("cutoffs must have at least one number");
        }
    }

    /** How much of a list the tables look at: the largest cutoff. */
    public int depth() {
        return Stream.concat(metrics.stream().map(ListMetric::cutoff), cutoffs.stream())
                .mapToInt(cutoff -> cutoff)
                .max()
                .orElseThrow();
    }
}
