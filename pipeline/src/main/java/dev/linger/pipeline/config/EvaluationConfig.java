package dev.linger.pipeline.config;

import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.evaluation.RelevanceRule;
import java.util.List;

/**
 * What counts as relevant and how sure a difference is.
 *
 * @param relevance the rules; each has its own tables. On the validation days the first chooses the setting of ALS, and
 *     the mean of all chooses quotas and the weights of the blend
 * @param skipBelow a play with a watch ratio below this is a skip
 * @param resamples of users, for the intervals of paired differences, at least
 *     {@link PairedBootstrap#MIN_RESAMPLES}
 */
public record EvaluationConfig(List<RelevanceRule> relevance, double skipBelow, int resamples) {
    public EvaluationConfig {
        relevance = List.copyOf(relevance);
        if (relevance.isEmpty()) {
            throw new IllegalArgumentException("relevance must name at least one rule");
        }
        if (resamples < PairedBootstrap.MIN_RESAMPLES) {
            throw new IllegalArgumentException(
                    "resamples must be >= " + PairedBootstrap.MIN_RESAMPLES + " but was " + resamples);
        }
    }
}
