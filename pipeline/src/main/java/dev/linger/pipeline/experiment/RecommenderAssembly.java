package dev.linger.pipeline.experiment;

import dev.linger.data.Dataset;
import dev.linger.data.SideData;
import dev.linger.features.replay.FeatureState;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.RecommenderConfig;
import dev.linger.recommender.RecommenderConfig.NamedSource;
import dev.linger.recommender.retrieval.FittedSource;
import java.util.stream.IntStream;

/** Puts what the stages fitted to the rows before the cut together. */
final class RecommenderAssembly {
    private RecommenderAssembly() {}

    /** The recommender as of the cut; of the daily statistics it holds those of earlier days alone. */
    static Recommender of(
            LingerConfig config, Dataset dataset, RetrievalResult retrieved, FeatureState features, Reranker reranker) {
        DatedRetriever before = retrieved.beforeTest();
        RecommenderConfig made = new RecommenderConfig(
                before.cutMillis(),
                config.watch(),
                config.candidates().atMost(dataset.itemCount()).limit(),
                before.retriever().sources().stream()
                        .map(RecommenderAssembly::named)
                        .toList(),
                IntStream.of(retrieved.union().quotas()).boxed().toList(),
                named(before.retriever().fallback()),
                config.candidates().filters(),
                config.features().on(SideData.in(dataset.tables())),
                config.ranker(),
                config.orderers());
        return new Recommender(made, dataset.tables().before(before.asOfDay()), before.retriever(), features, reranker);
    }

    private static NamedSource named(FittedSource source) {
        return new NamedSource(source.name(), source.config());
    }
}
