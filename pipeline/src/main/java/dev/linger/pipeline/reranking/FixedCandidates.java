package dev.linger.pipeline.reranking;

import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.protocol.GivenItems;
import dev.linger.pipeline.retrieval.KeptCandidates;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.RetrievalColumns;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists whose items are given, ready to be ranked. What stage one says of an item takes many times the memory of the item, and
 * a full matrix has millions, so a list is made whole when it is scored, and its score and rank alone are held.
 */
public final class FixedCandidates implements RankableLists {
    private final GivenItems given;
    private final RetrievalColumns columns;
    private final CacheKey key;
    private final RunContext run;
    private final @Nullable CandidateList[] brief;
    private @Nullable List<CandidateList> lists;

    /**
     * Given items with what stage one says of them.
     *
     * @param key what determines the lists, by which they are kept
     */
    public FixedCandidates(GivenItems given, RetrievalColumns columns, CacheKey key, RunContext run) {
        this.given = given;
        this.columns = columns;
        this.key = key;
        this.run = run;
        this.brief = new CandidateList[given.size()];
    }

    @Override
    public int[] sizes() {
        return Arrays.stream(given.items()).mapToInt(items -> items.length).toArray();
    }

    @Override
    public CandidateList whole(int list) {
        CandidateList whole = CandidateList.of(columns, given.users()[list], given.items()[list]);
        brief[list] = whole.brief();
        return whole;
    }

    @Override
    public List<CandidateList> lists() {
        List<CandidateList> known = lists;
        if (known == null) {
            known = run.cache()
                    .get(key, KeptCandidates.LISTS, () -> run.workers().map(brief.length, this::brief));
            lists = known;
        }
        return known;
    }

    private CandidateList brief(int list) {
        CandidateList known = brief[list];
        return known == null ? whole(list).brief() : known;
    }

    /** The whole lists in the order of stage one, under its name. */
    public NamedLists byStageOne(String name) {
        return new NamedLists(
                name, lists().stream().map(CandidateList::byStageOne).toList());
    }
}
