package dev.linger.pipeline.retrieval;

import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.union.CandidateUnion;
import dev.linger.candidates.union.QuotaSearch;
import dev.linger.data.config.FlatRecords;
import dev.linger.pipeline.cache.Kept;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.recommender.retrieval.FittedSource;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was chosen of retrieval on the validation window; with it, everything else of retrieval is a matter of fitting.
 *
 * @param settingsChosenBy what the lists are of by which settings were chosen, and for whom
 * @param trials every setting of a source that was measured
 * @param sources those that are left, in their order, each with its chosen setting
 * @param baselines names of the baselines that are no sources and are shown
 * @param fallback the choice of whose order users get of whom a source knows nothing
 * @param quotas the choice among shares of the candidates for each source, step by step
 * @param notices which sources and baselines are left out, and why
 */
public record RetrievalChoices(
        String settingsChosenBy,
        List<SettingsSearch.Trial> trials,
        List<Source> sources,
        List<String> baselines,
        FallbackSearch fallback,
        List<Quotas> quotas,
        List<String> notices) {
    private static final String FILE = "choices.conf";

    /** How the choices are kept: as text. */
    static final Kept<RetrievalChoices> KEPT = Kept.of(
            (value, to) -> to.text(
                    FILE, String.join("\n", FlatRecords.write(RetrievalChoices.class, value, LingerConfig.types()))),
            from -> FlatRecords.read(
                    RetrievalChoices.class, from.text(FILE).lines().toList(), LingerConfig.types()));

    public RetrievalChoices {
        trials = List.copyOf(trials);
        sources = List.copyOf(sources);
        baselines = List.copyOf(baselines);
        quotas = List.copyOf(quotas);
        notices = List.copyOf(notices);
    }

    /** A source under its name, with one setting. */
    public record Source(String name, SourceConfig config) {
        /** Each with the first of its settings. */
        static List<Source> of(CandidatesConfig config) {
            return config.sources().stream()
                    .map(source -> new Source(
                            CandidatesConfig.nameOf(source), source.settings().get(0)))
                    .toList();
        }

        static Source of(FittedSource fitted) {
            return new Source(fitted.name(), fitted.config());
        }
    }

    /**
     * How many candidates each source gives, and what is found then.
     *
     * @param each in the order of the sources
     * @param recall on the validation window, the mean of the relevance rules
     */
    public record Quotas(List<Integer> each, double recall) {
        public Quotas {
            each = List.copyOf(each);
        }

        /** The same as the search gave them. */
        public QuotaSearch.Step step() {
            return new QuotaSearch.Step(
                    each.stream().mapToInt(Integer::intValue).toArray(), recall);
        }

        static Quotas of(QuotaSearch.Step step) {
            return new Quotas(IntStream.of(step.quotas()).boxed().toList(), step.recall());
        }
    }

    /** The chosen quotas. */
    public CandidateUnion union() {
        return new CandidateUnion(quotas.get(quotas.size() - 1).step().quotas());
    }

    /**
     * Choices that were made elsewhere.
     *
     * @param quotas one per source
     */
    public static RetrievalChoices given(String by, List<Source> sources, SourceConfig fallback, List<Integer> quotas) {
        return new RetrievalChoices(
                by,
                List.of(),
                sources,
                List.of(),
                FallbackSearch.given(fallback),
                List.of(new Quotas(quotas, Double.NaN)),
                List.of());
    }

    List<String> sourceNames() {
        return sources.stream().map(Source::name).toList();
    }

    /** The same with other quotas, for some of the sources. */
    RetrievalChoices with(List<String> names, List<Quotas> others) {
        return new RetrievalChoices(
                settingsChosenBy,
                trials,
                sources.stream().filter(source -> names.contains(source.name())).toList(),
                baselines,
                fallback,
                others,
                notices);
    }
}
