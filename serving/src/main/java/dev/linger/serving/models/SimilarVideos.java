package dev.linger.serving.models;

import dev.linger.candidates.TopItems;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.als.FactorMatrix;
import dev.linger.candidates.baseline.ItemKnn;
import dev.linger.data.RankedList;
import dev.linger.recommender.retrieval.FittedSource;
import java.util.List;
import java.util.Optional;

/**
 * The videos nearest to a video, of a source that can tell: by the cosine of ALS factors, {@code x . y / (|x| |y|)}, or the
 * neighbors of item-knn.
 *
 * @param source its name
 * @param nearest finds them
 */
record SimilarVideos(String source, Nearest nearest) {

    /** Finds the videos nearest to one, best first and without itself; empty where nothing is known of it. */
    @FunctionalInterface
    interface Nearest {
        RankedList to(int item, int count);
    }

    /** That of the first source that can tell; empty where none can. */
    static Optional<SimilarVideos> of(List<FittedSource> sources) {
        return sources.stream()
                .flatMap(source -> of(source).map(near -> new SimilarVideos(source.name(), near)).stream())
                .findFirst();
    }

    private static Optional<Nearest> of(FittedSource source) {
        if (source.scorer() instanceof AlsModel als) {
            return Optional.of(byCosine(als.itemFactors()));
        }
        return source.scorer() instanceof ItemKnn knn
                ? Optional.of((item, count) -> knn.neighbors(item).top(count))
                : Optional.empty();
    }

    private static Nearest byCosine(FactorMatrix factors) {
        double[] norms = new double[factors.rowCount()];
        for (int item = 0; item < norms.length; item++) {
            norms[item] = factors.norm(item);
        }
        return (item, count) -> {
            TopItems top = new TopItems(count);
            for (int other = 0; other < norms.length; other++) {
                if (other != item && norms[other] > 0 && norms[item] > 0) {
                    top.offer(other, dot(factors, item, other) / (norms[item] * norms[other]));
                }
            }
            return top.drain(item);
        };
    }

    private static double dot(FactorMatrix factors, int one, int other) {
        double sum = 0;
        for (int factor = 0; factor < factors.factorCount(); factor++) {
            sum += (double) factors.value(one, factor) * factors.value(other, factor);
        }
        return sum;
    }
}
