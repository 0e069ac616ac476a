package dev.linger.pipeline.reranking;

import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.List;

/** Lists that are to be ranked. Not all that stage one says of their items needs to be in memory at once. */
public interface RankableLists {
    /** How many items each list has. */
    int[] sizes();

    /** A list with every column of stage one; several threads may ask for different ones. */
    CandidateList whole(int list);

    /** All lists; of the columns of stage one they have score and rank at least. */
    List<CandidateList> lists();

    /** The lists in the order of stage one, under its name. */
    default NamedLists byStageOne(String name) {
        return new NamedLists(
                name, lists().stream().map(CandidateList::byStageOne).toList());
    }

    /** Lists that are in memory. */
    static RankableLists of(List<CandidateList> lists) {
        return new RankableLists() {
            @Override
            public int[] sizes() {
                return lists.stream().mapToInt(CandidateList::size).toArray();
            }

            @Override
            public CandidateList whole(int list) {
                return lists.get(list);
            }

            @Override
            public List<CandidateList> lists() {
                return lists;
            }
        };
    }
}
