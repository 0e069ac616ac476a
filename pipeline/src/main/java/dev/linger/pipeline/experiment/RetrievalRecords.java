package dev.linger.pipeline.experiment;

import dev.linger.candidates.SourceConfig;
import dev.linger.pipeline.config.DifferingKeys;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.RetrievalTables;
import dev.linger.pipeline.report.tables.RetrievalTables.FallbackTrial;
import dev.linger.pipeline.report.tables.RetrievalTables.SettingTrial;
import dev.linger.pipeline.retrieval.RetrievalChoices;
import dev.linger.pipeline.retrieval.RetrievalChoices.Quotas;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.retrieval.SettingsSearch.Trial;
import dev.linger.recommender.retrieval.FittedSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of how sources were chosen and fitted. */
final class RetrievalRecords {
    private RetrievalRecords() {}

    static List<ResultTable> of(RetrievalResult retrieved) {
        List<FittedSource> sources = retrieved.beforeTest().retriever().sources();
        Map<String, double[]> losses = new LinkedHashMap<>();
        sources.forEach(source -> losses.put(source.name(), source.scorer().lossTrace()));
        RetrievalChoices choices = retrieved.choices();
        List<Trial> trials = choices.trials();
        return List.of(
                RetrievalTables.settings(
                        trials.stream().map(trial -> trial(trial, trials)).toList(), choices.settingsChosenBy()),
                RetrievalTables.fallback(
                        choices.fallback().trials().stream()
                                .map(trial -> new FallbackTrial(trial.source(), trial.keys(), trial.ndcg()))
                                .toList(),
                        choices.fallback().line()),
                RetrievalTables.quotas(
                        sources.stream().map(FittedSource::name).toList(),
                        choices.quotas().stream().map(Quotas::step).toList()),
                RetrievalTables.losses(losses));
    }

    /** That with which every setting of a source was tried. */
    private static double smallest(List<Trial> all, String source) {
        return all.stream()
                .filter(trial -> trial.source().equals(source))
                .mapToDouble(Trial::effort)
                .min()
                .orElseThrow();
    }

    private static SettingTrial trial(Trial trial, List<Trial> all) {
        List<SourceConfig> settings = all.stream()
                .filter(other -> other.source().equals(trial.source()))
                .filter(other -> other.effort() == smallest(all, trial.source()))
                .sorted(Comparator.comparingInt(Trial::setting))
                .map(Trial::config)
                .toList();
        return new SettingTrial(
                trial.source(),
                trial.setting(),
                DifferingKeys.of(SourceConfig.class, settings, trial.setting()),
                trial.effort(),
                trial.ndcg(),
                trial.recall());
    }
}
