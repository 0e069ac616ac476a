package dev.linger.pipeline.reranking;

import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.protocol.GivenItems;
import dev.linger.pipeline.retrieval.KeptCandidates;
import dev.linger.pipeline.run.RunContext;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.RetrievalColumns;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lists whose items are given, ready to be ranked. What stage one says of an item takes many times the memory of the item, and
 * a full matrix has millions: where there are so many, a list is made whole when it is scored, and its score and rank alone are
 * held.
 */
public final class FixedCandidates implements RankableLists {
    /** 64 MiB of cells are held. */
    private static final long MOST_HELD = 1 << 24;

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
    public static RankableLists of(GivenItems given, RetrievalColumns columns, CacheKey key, RunContext run) {
        FixedCandidates fixed = new FixedCandidates(given, columns, key, run);
        long cells =
                (long) columns.columns().size() * IntStream.of(fixed.sizes()).sum();
        return cells <= MOST_HELD
                ? RankableLists.of(run.cache()
                        .get(key, KeptCandidates.LISTS, () -> run.workers().map(given.size(), fixed::made)))
                : fixed;
    }

    FixedCandidates(GivenItems given, RetrievalColumns columns, CacheKey key, RunContext run) {
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
        CandidateList whole = made(list);
        brief[list] = whole.brief();
        return whole;
    }

    private CandidateList made(int list) {
        return CandidateList.of(columns, given.users()[list], given.items()[list]);
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
}
