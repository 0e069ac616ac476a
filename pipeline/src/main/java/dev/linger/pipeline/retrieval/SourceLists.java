package dev.linger.pipeline.retrieval;

import dev.linger.candidates.union.CandidateUnion;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import dev.linger.pipeline.evaluation.CandidateCeiling;
import dev.linger.pipeline.evaluation.CandidateSource;
import dev.linger.pipeline.evaluation.CandidateSources;
import dev.linger.pipeline.evaluation.ItemUniverse;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.recommender.order.Orderer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The lists that candidates are merged from.
 *
 * @param sources the lists of each source, one a user, all of the same users in the same order
 * @param quotas how many items each source contributes
 * @param limit how many candidates a user gets at most
 */
public record SourceLists(List<NamedLists> sources, int[] quotas, int limit) {
    /**
     * What each source finds, and what would be found without it.
     *
     * @param union the candidates
     */
    public CandidateSources measured(
            Judgments judgments, ItemUniverse universe, List<RankedList> union, Workers workers) {
        List<CandidateSource> all = IntStream.range(0, sources.size())
                .mapToObj(source -> new CandidateSource(
                        sources.get(source).name(),
                        quotas[source],
                        ceiling(sources.get(source).lists(), judgments, universe),
                        ceiling(without(source, workers), judgments, universe)))
                .toList();
        return new CandidateSources(all, ceiling(union, judgments, universe));
    }

    private CandidateCeiling ceiling(List<RankedList> lists, Judgments judgments, ItemUniverse universe) {
        return CandidateCeiling.of(lists, judgments, universe, limit).get(0);
    }

    /**
     * What would be merged without one source, in the order of taking: the others keep their quotas, and its share is
     * filled as what short lists leave open is, by the others in turn. Nothing where there are no others.
     */
    public List<RankedList> without(int source, Workers workers) {
        int[] others = IntStream.range(0, sources.size())
                .filter(other -> other != source)
                .toArray();
        if (others.length == 0) {
            return List.of();
        }
        CandidateUnion union = new CandidateUnion(
                IntStream.of(others).map(other -> quotas[other]).toArray());
        return workers.map(sources.get(source).lists().size(), user -> {
            List<RankedList> lists = IntStream.of(others)
                    .mapToObj(other -> sources.get(other).lists().get(user))
                    .toList();
            return Orderer.inOrder(
                    lists.get(0).user(), union.merge(lists, limit).items());
        });
    }
}
