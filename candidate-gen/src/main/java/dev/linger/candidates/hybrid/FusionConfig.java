package dev.linger.candidates.hybrid;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import dev.linger.data.source.DataSize;
import dev.linger.data.store.ModelReader;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Late fusion: one order of what several sources say, each in standard deviations. */
public record FusionConfig(
        @Key(
                        value = "the sources whose scores are added up, at least two, of any types",
                        byDefault = "[\"als\", \"item-knn\"]",
                        because = "one of factors, and one of neighbors")
                List<SourceConfig> sources,
        @Key(
                        value =
                                "the weight of each, >= 0 and finite, one above 0; none for all alike. What has the weight 0 is not fitted",
                        byDefault = "[]",
                        because =
                                "listed as settings, those are used whose order is best on the validation window, and the sources are"
                                        + " fitted once for all of them")
                List<Double> weights)
        implements SourceConfig {
    public FusionConfig {
        sources = List.copyOf(sources);
        if (sources.size() < 2) {
            throw new IllegalArgumentException("sources must be at least two but are " + sources.size());
        }
        weights = weights.isEmpty() ? Collections.nCopies(sources.size(), 1.0) : List.copyOf(weights);
        if (weights.size() != sources.size()) {
            throw new IllegalArgumentException("weights must be one for each of " + sources.size()
                    + " sources, or none, but are " + weights.size());
        }
        if (weights.stream().anyMatch(weight -> !(weight >= 0) || weight.isInfinite())
                || weights.stream().allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException(
                    "weights must be >= 0 and finite, and one of them above 0, but are " + weights);
        }
    }

    @Override
    public FusedScorer fit(FitContext context) {
        return fused((source, member) -> context.fitted(source));
    }

    @Override
    public FusedScorer read(ModelReader from, SideTables tables) {
        return fused((source, member) -> source.read(FusedScorer.part(from, member), tables));
    }

    /** @param scorer gives that of a source, which is the member of a number from 0 on */
    private FusedScorer fused(BiFunction<SourceConfig, Integer, ItemScorer> scorer) {
        List<SourceConfig> weighed = weighed();
        double[] positive = weights.stream()
                .mapToDouble(Double::doubleValue)
                .filter(weight -> weight > 0)
                .toArray();
        return FusedScorer.of(IntStream.range(0, positive.length)
                .mapToObj(member -> new FusedScorer.Member(
                        scorer.apply(weighed.get(member), member),
                        positive[member],
                        weighed.get(member).isSameForAll()))
                .toList());
    }

    /** The sources whose weight is above 0. */
    private List<SourceConfig> weighed() {
        return IntStream.range(0, sources.size())
                .filter(at -> weights.get(at) > 0)
                .mapToObj(sources::get)
                .toList();
    }

    @Override
    public boolean isSameForAll() {
        return weighed().stream().allMatch(SourceConfig::isSameForAll);
    }

    @Override
    public boolean comparesItems() {
        return weighed().stream().anyMatch(SourceConfig::comparesItems);
    }

    @Override
    public boolean hasEmbeddings() {
        return weighed().stream().anyMatch(SourceConfig::hasEmbeddings);
    }

    @Override
    public Set<SideData> uses() {
        Set<SideData> all = EnumSet.noneOf(SideData.class);
        weighed().forEach(source -> all.addAll(source.uses()));
        return all;
    }

    @Override
    public double heapBytes(DataSize size, int threads) {
        return sum(source -> source.heapBytes(size, threads));
    }

    @Override
    public double fitSeconds(DataSize size) {
        return sum(source -> source.fitSeconds(size));
    }

    private double sum(ToDoubleFunction<SourceConfig> of) {
        return weighed().stream().mapToDouble(of).sum();
    }
}
