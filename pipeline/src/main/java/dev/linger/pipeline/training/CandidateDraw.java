package dev.linger.pipeline.training;

import dev.linger.data.Seed;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws rows to learn from out of lists of candidates as they are found, several at once and in any order: what is not drawn
 * need not be in memory any more.
 */
final class CandidateDraw {
    private final ImpressionPairs shown;
    private final int negatives;
    private final SplittableRandom[] randoms;
    private final @Nullable CandidateList[] drawn;

    /**
     * Draws from so many lists.
     *
     * @param shown what was shown after they were asked for
     * @param negatives how many of those that were not shown are kept of a list at most
     */
    CandidateDraw(int lists, ImpressionPairs shown, int negatives, Seed seed) {
        this.shown = shown;
        this.negatives = negatives;
        this.drawn = new CandidateList[lists];
        this.randoms = new SplittableRandom[lists];
        SplittableRandom random = seed.stream("negatives");
        for (int list = 0; list < lists; list++) {
            randoms[list] = random.split();
        }
    }

    /** Draws from a list, the one at this position of all. */
    void take(int at, CandidateList list) {
        int[] kept = kept(list, randoms[at]);
        drawn[at] = kept.length == 0 ? null : list.pick(kept);
    }

    /** What was drawn, in the order of the lists, without those of which nothing was shown. */
    CandidateRows rows() {
        return CandidateRows.labelled(Stream.of(drawn).filter(Objects::nonNull).toList(), shown);
    }

    /** Positions of all shown items and of a sample of the others, ascending; none where nothing was shown. */
    private int[] kept(CandidateList list, SplittableRandom random) {
        boolean[] isKept = new boolean[list.size()];
        int[] others = new int[list.size()];
        int count = 0;
        for (int at = 0; at < isKept.length; at++) {
            isKept[at] = shown.find(list.user(), list.items()[at]) >= 0;
            if (!isKept[at]) {
                others[count++] = at;
            }
        }
        if (count == list.size()) {
            return new int[0];
        }
        for (int next = 0; next < Math.min(negatives, count); next++) {
            int swap = next + random.nextInt(count - next);
            isKept[others[swap]] = true;
            others[swap] = others[next];
        }
        int[] kept = new int[list.size()];
        int size = 0;
        for (int at = 0; at < isKept.length; at++) {
            if (isKept[at]) {
                kept[size++] = at;
            }
        }
        return Arrays.copyOf(kept, size);
    }
}
