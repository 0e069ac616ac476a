package dev.linger.pipeline.reranking;

import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.run.RunContext;
import dev.linger.ranker.Ranker;
import dev.linger.recommender.scoring.ListScores;
import dev.linger.recommender.scoring.ListScoring;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lists that rankers score.
 *
 * @param key what determines them
 * @param lists the lists
 * @param scoring as of the instant at which they are asked for; only asked where a ranker is not known
 * @param known what rankers gave them before
 */
public record ListsToScore(CacheKey key, RankableLists lists, Supplier<ListScoring> scoring, KnownScores known) {
    /**
     * What rankers give the items.
     *
     * @param what is being done, for the progress
     */
    public ListScores by(List<Ranker> rankers, String what, RunContext run) {
        double[][] scores = known.of(key, rankers, unknown -> score(unknown, what, run));
        return new ListScores(lists.lists(), scores);
    }

    private double[][] score(List<Ranker> unknown, String what, RunContext run) {
        if (unknown.stream().noneMatch(Ranker::readsFeatures)) {
            return scoring.get()
                    .scores(lists.lists(), unknown, what, run.workers(), run.progress())
                    .scores();
        }
        return scoring.get().scores(lists.sizes(), lists::whole, unknown, what, run.workers(), run.progress());
    }
}
