package dev.linger.pipeline.config;

import dev.linger.candidates.SourceConfig;
import dev.linger.data.config.ConfigTypes;
import dev.linger.pipeline.evaluation.RelevanceRule;

/** What a configuration can choose by type of the pipeline's own: rules of relevance, and a fallback that is chosen. */
final class BuiltInTypes implements ConfigTypes {
    @Override
    public void addTo(Registration registration) {
        registration.add(RelevanceRule.class, "ratio-above", RelevanceRule.RatioAbove.class);
        registration.add(RelevanceRule.class, "duration-debiased", RelevanceRule.DurationDebiased.class);
        registration.add(RelevanceRule.class, "flag", RelevanceRule.Flagged.class);
        registration.add(SourceConfig.class, "auto", AutoFallback.class);
    }
}
