package dev.linger.pipeline.experiment;

import dev.linger.candidates.KeptVariance;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.Workers;
import dev.linger.pipeline.config.DifferingKeys;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.RetrievalTables;
import dev.linger.pipeline.report.tables.RetrievalTables.FallbackTrial;
import dev.linger.pipeline.report.tables.RetrievalTables.SettingTrial;
import dev.linger.pipeline.retrieval.RetrievalChoices;
import dev.linger.pipeline.retrieval.RetrievalChoices.Quotas;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.retrieval.SettingsSearch.Trial;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.FittedSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The tables of how sources were chosen and fitted. */
final class RetrievalRecords {
    /** The funnel looks at all videos for each of them. */
    private static final int USERS_COUNTED = 1_000;

    private RetrievalRecords() {}

    static List<ResultTable> of(RetrievalResult retrieved) {
        List<FittedSource> sources = retrieved.beforeTest().retriever().sources();
        Map<String, double[]> losses = new LinkedHashMap<>();
        Map<String, List<KeptVariance>> kept = new LinkedHashMap<>();
        for (FittedSource source : sources) {
            losses.put(source.name(), source.scorer().lossTrace());
            kept.put(source.name(), source.scorer().keptVariance());
        }
        kept.values().removeIf(List::isEmpty);
        RetrievalChoices choices = retrieved.choices();
        List<Trial> trials = choices.trials();
        List<ResultTable> tables = new ArrayList<>(List.of(
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
                RetrievalTables.losses(losses)));
        if (!kept.isEmpty()) {
            tables.add(RetrievalTables.axes(kept));
        }
        return tables;
    }

    /** What leaves how many videos out, counted of some of the users where they are many. */
    static ResultTable funnel(RetrievalResult retrieved, Recommender recommender, Workers workers) {
        List<CandidateList> all = retrieved.candidates();
        int step = Math.max(1, all.size() / USERS_COUNTED);
        List<CandidateList> some = IntStream.iterate(0, at -> at < all.size(), at -> at + step)
                .mapToObj(all::get)
                .toList();
        return RetrievalTables.funnel(
                workers.map(
                        some.size(),
                        at -> recommender.funnel(
                                recommender.retriever(), some.get(at).user())),
                some.stream().mapToInt(list -> list.items().length).average().orElse(0));
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
