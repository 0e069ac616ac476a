package dev.linger.pipeline.config;

import dev.linger.candidates.SourceConfig;
import dev.linger.data.config.Alternatives;
import dev.linger.data.config.Key;
import dev.linger.recommender.filter.FilterConfig;
import dev.linger.recommender.retrieval.SeenRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Where candidates come from, and the orders they are measured against. Only what is listed is fitted. */
public record CandidatesConfig(
        @Key(
                        value =
                                "how many candidates of a user are handed to the ranker, >= 1; more than there are videos are as many as there are",
                        byDefault = "300",
                        because = "more raise the ceiling and the time of ranking")
                int limit,
        @Key(
                        value =
                                "where candidates come from, at least one, of distinct names; of a source with several `settings` the one"
                                        + " whose lists have the best NDCG@10 on the validation window is used",
                        byDefault = "[{\"type\": \"als\", \"settings\": ["
                                + "{\"unobservedWeight\": 0.05, \"regularization\": 10.0, \"regularizationPower\": 0.5},"
                                + " {\"unobservedWeight\": 10.0, \"regularization\": 30.0, \"regularizationPower\": 0.25}]},"
                                + " {\"type\": \"als\", \"name\": \"als-broad\", \"regularization\": 15.0,"
                                + " \"regularizationPower\": 0.25},"
                                + " \"recent-liked\", {\"type\": \"recent-liked\", \"name\": \"rising\", \"halfLifeDays\": 0.2},"
                                + " \"item-knn\", \"popularity\", \"rate-popularity\", \"affinity\","
                                + " \"fresh-videos\"]",
                        because =
                                "the first one's order is the order of retrieval; how many candidates each gives is chosen on the"
                                        + " validation window by recall")
                List<Alternatives<SourceConfig>> sources,
        @Key(
                        value =
                                "orders that the tables show beside the sources; one that is a source too is fitted once",
                        byDefault =
                                "[\"random\", \"shortest\", {\"type\": \"rate-popularity\", \"name\": \"liked-rate\","
                                        + " \"priorPlays\": 10.0}, \"ease\"]",
                        because =
                                "the simplest orders a system must beat, and a strong one that is no source by default")
                List<Alternatives<SourceConfig>> baselines,
        @Key(
                        value =
                                "whose order users get of whom a source knows nothing; one that is the same for all users, or auto",
                        byDefault = "\"auto\"",
                        because = "what suits new users depends on the log, so it is chosen on the validation window")
                SourceConfig fallback,
        @Key(value = "what leaves items out beside those a user has seen", byDefault = "[]") List<FilterConfig> filters,
        @Key(
                        value =
                                "whether videos that a user has seen may be recommended again, and are relevant where they are"
                                        + " watched again",
                        byDefault = "false",
                        because = "a feed shows what is new to its user; what lists leave out is no miss of theirs")
                boolean rewatches,
        @Key(
                        value =
                                "with `rewatches`, how many days of 24 hours after the last play a video may come again, >= 0",
                        byDefault = "0",
                        because = "they may come at once")
                int rewatchAfterDays) {
    public CandidatesConfig {
        sources = List.copyOf(sources);
        baselines = List.copyOf(baselines);
        filters = List.copyOf(filters);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources must name at least one source");
        }
        if (!fallback.isSameForAll()) {
            throw new IllegalArgumentException("fallback must be the same for all users, as popularity is, but was "
                    + nameOf(Alternatives.only(fallback)));
        }
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be >= 1 but was " + limit);
        }
        if (rewatchAfterDays < 0 || (rewatchAfterDays > 0 && !rewatches)) {
            throw new IllegalArgumentException(
                    "rewatchAfterDays must be >= 0, and above 0 only where rewatches is true, but was "
                            + rewatchAfterDays + " where rewatches is " + rewatches);
        }
        requireDistinct("sources", sources);
        requireDistinct("baselines", baselines);
        if (Stream.concat(sources.stream(), baselines.stream())
                .anyMatch(source -> source.settings().get(0) instanceof AutoFallback)) {
            throw new IllegalArgumentException(
                    "auto stands for the fallback alone and cannot be one of sources or baselines");
        }
    }

    /** A source under the name that tables and columns give it: its own, or its type. */
    public static String nameOf(Alternatives<SourceConfig> source) {
        return source.name().orElseGet(() -> LingerConfig.types()
                .typeOf(SourceConfig.class, source.settings().get(0).getClass()));
    }

    /** {@link #nameOf} each. */
    public static List<String> namesOf(List<Alternatives<SourceConfig>> sources) {
        return sources.stream().map(CandidatesConfig::nameOf).toList();
    }

    /** How long a user has seen what was played. */
    public SeenRule seenRule() {
        return rewatches ? SeenRule.ofDays(rewatchAfterDays) : SeenRule.FOREVER;
    }

    /** The names of the sources, in their order. */
    public List<String> sourceNames() {
        return namesOf(sources);
    }

    /** Whether any source compares videos. */
    boolean comparesItems() {
        return sources.stream().anyMatch(source -> source.settings().get(0).comparesItems());
    }

    /** Whether any source tells how sure its scores are. */
    boolean hasPosterior() {
        return sources.stream().anyMatch(source -> source.settings().get(0).hasPosterior());
    }

    /** Whether anything is chosen on the validation window: a setting, quotas of several sources, or the fallback. */
    public boolean leavesChoices() {
        return sources.size() > 1 || sources.get(0).settings().size() > 1 || fallback instanceof AutoFallback;
    }

    /** The baselines that are no sources. */
    public List<Alternatives<SourceConfig>> otherBaselines() {
        List<String> names = sourceNames();
        return baselines.stream()
                .filter(baseline -> !names.contains(nameOf(baseline)))
                .toList();
    }

    /** The same with as many candidates as there are videos where the limit is above that. */
    public CandidatesConfig atMost(int videos) {
        return new CandidatesConfig(
                Math.min(limit, Math.max(1, videos)),
                sources,
                baselines,
                fallback,
                filters,
                rewatches,
                rewatchAfterDays);
    }

    /** The same with another fallback. */
    public CandidatesConfig withFallback(SourceConfig other) {
        return new CandidatesConfig(limit, sources, baselines, other, filters, rewatches, rewatchAfterDays);
    }

    /** The same without orders to measure them against. */
    public CandidatesConfig withoutBaselines() {
        return new CandidatesConfig(limit, sources, List.of(), fallback, filters, rewatches, rewatchAfterDays);
    }

    /** The same without one source. */
    public CandidatesConfig without(String source) {
        List<Alternatives<SourceConfig>> others = new ArrayList<>(sources);
        others.removeIf(other -> nameOf(other).equals(source));
        List<Alternatives<SourceConfig>> shown = Stream.concat(
                        baselines.stream(), sources.stream().filter(other -> !others.contains(other)))
                .distinct()
                .toList();
        return new CandidatesConfig(limit, others, shown, fallback, filters, rewatches, rewatchAfterDays);
    }

    private static void requireDistinct(String key, List<Alternatives<SourceConfig>> sources) {
        List<String> names = namesOf(sources);
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException(key + " must have distinct names but were " + String.join(", ", names)
                    + "; give one of two alike a name of its own, \"name\": \"...\"");
        }
    }
}
