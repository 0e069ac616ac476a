package dev.linger.pipeline.reranking;

import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.cache.Kept;
import dev.linger.pipeline.cache.StepCache;
import dev.linger.ranker.Ranker;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/** What rankers gave the same rows in earlier runs, so that a ranker which did not change scores nothing again. */
public final class KnownScores {
    private static final Kept<double[]> SCORES = Kept.columns((scores, out) -> out.doubles(scores), in -> in.doubles());

    private final StepCache cache;
    private final IdentityHashMap<Ranker, CacheKey> keys = new IdentityHashMap<>();

    public KnownScores(StepCache cache) {
        this.cache = cache;
    }

    /** Says what determines a ranker; one of which nothing is said scores everything again. */
    public void know(Ranker ranker, CacheKey key) {
        keys.put(ranker, key);
    }

    /**
     * The scores of each ranker, {@code [ranker][row]}.
     *
     * @param rows what determines the rows, beside what determines the ranker
     * @param score gives those of the rankers that are not known
     */
    public double[][] of(CacheKey rows, List<Ranker> rankers, Function<List<Ranker>, double[][]> score) {
        double[][] scores = new double[rankers.size()][];
        List<Integer> unknown = new ArrayList<>();
        for (int at = 0; at < scores.length; at++) {
            CacheKey key = keys.get(rankers.get(at));
            double[] known = key == null ? null : cache.find(key.then("scores", rows), SCORES);
            if (known == null) {
                unknown.add(at);
            } else {
                scores[at] = known;
            }
        }
        if (!unknown.isEmpty()) {
            long start = System.nanoTime();
            double[][] made = score.apply(unknown.stream().map(rankers::get).toList());
            double seconds = (System.nanoTime() - start) / 1e9 / made.length;
            for (int at = 0; at < made.length; at++) {
                int ranker = unknown.get(at);
                scores[ranker] = made[at];
                CacheKey key = keys.get(rankers.get(ranker));
                if (key != null) {
                    cache.keep(key.then("scores", rows), SCORES, made[at], seconds);
                }
            }
        }
        return scores;
    }
}
