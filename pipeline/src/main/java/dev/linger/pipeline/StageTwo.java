package dev.linger.pipeline;

import dev.linger.data.RankedList;
import dev.linger.features.FeatureRows;
import dev.linger.pipeline.report.tables.NamedLists;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.training.BlendRanker;
import java.util.ArrayList;
import java.util.List;

/**
 * Stage two as trained: a ranker, and where the configuration asks for it, its blend with stage one.
 *
 * @param pure the ranker by itself
 * @param blends none, or the one blend of {@code pure}
 */
record StageTwo(Ranker pure, List<BlendRanker> blends) {
    static StageTwo of(Ranker trained) {
        return trained instanceof BlendRanker blend
                ? new StageTwo(blend.base(), List.of(blend))
                : new StageTwo(trained, List.of());
    }

    /** Lists of the ranker, then of its blend, under the names that the tables print. */
    List<NamedLists> named(List<List<RankedList>> systems) {
        List<NamedLists> named = new ArrayList<>(List.of(new NamedLists(pure.name(), systems.get(0))));
        for (int blend = 0; blend < blends.size(); blend++) {
            named.add(new NamedLists(blends.get(blend).name(), systems.get(1 + blend)));
        }
        return named;
    }

    /** The ranker whose order a user gets. */
    Ranker chosen() {
        return blends.isEmpty() ? pure : blends.get(0);
    }

    /** The scores of the ranker, then of its blend; the ranker scores each row once. */
    double[][] score(FeatureRows rows) {
        double[][] scores = new double[1 + blends.size()][];
        scores[0] = new double[rows.size()];
        pure.score(rows, scores[0]);
        for (int blend = 0; blend < blends.size(); blend++) {
            scores[1 + blend] = blends.get(blend).blend(rows, scores[0]);
        }
        return scores;
    }
}
