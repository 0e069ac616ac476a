package dev.linger.pipeline.experiment;

import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.features.replay.FeatureState;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.RecommenderConfig;
import dev.linger.recommender.RecommenderConfig.NamedSource;
import dev.linger.recommender.retrieval.FittedSource;
import java.util.Set;
import java.util.stream.IntStream;

/** Puts what the stages fitted to the rows before the cut together. */
final class RecommenderAssembly {
    private RecommenderAssembly() {}

    /**
     * The recommender as of the cut.
     *
     * @param there what the whole data set has, by which groups of features were made
     * @param before fitted to the rows before the cut
     * @param quotas of its sources, in their order
     */
    static Recommender of(
            LingerConfig config,
            SideTables tables,
            Set<SideData> there,
            DatedRetriever before,
            int[] quotas,
            FeatureState features,
            Reranker reranker) {
        RecommenderConfig made = new RecommenderConfig(
                before.cutMillis(),
                config.watch(),
                config.candidates().atMost(tables.itemCount()).limit(),
                before.retriever().sources().stream()
                        .map(RecommenderAssembly::named)
                        .toList(),
                IntStream.of(quotas).boxed().toList(),
                named(before.retriever().fallback()),
                config.candidates().filters(),
                config.features().on(there),
                config.ranker(),
                config.orderers(),
                config.newVideos());
        return new Recommender(made, tables, before.retriever(), features, reranker);
    }

    private static NamedSource named(FittedSource source) {
        return new NamedSource(source.name(), source.config());
    }
}
