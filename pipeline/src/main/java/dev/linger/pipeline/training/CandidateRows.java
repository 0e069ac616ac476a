package dev.linger.pipeline.training;

import dev.linger.data.Seed;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Candidates as rows to learn from: what is learned from then looks like what is ranked, videos that were never shown
 * among them.
 *
 * @param lists the candidates kept of each user who was shown one of them
 * @param ratio largest capped watch ratio of the user's plays of each, over all lists one after the other; 0 where not shown
 * @param quantile largest quantile of these plays, 0 likewise
 */
public record CandidateRows(List<CandidateList> lists, float[] ratio, float[] quantile) {
    /**
     * Keeps of each list every candidate that was shown and some of the others, drawn at random; leaves out lists of which
     * nothing was shown.
     *
     * @param candidates of a stage one that was fitted before the plays, by rising user
     * @param shown what was shown afterwards
     * @param negatives how many others are kept of a list at most
     */
    public static CandidateRows of(List<CandidateList> candidates, ImpressionPairs shown, int negatives, Seed seed) {
        CandidateDraw draw = new CandidateDraw(candidates.size(), shown, negatives, seed);
        for (int at = 0; at < candidates.size(); at++) {
            draw.take(at, candidates.get(at));
        }
        return draw.rows();
    }

    /** Candidates with the labels that they have by what was shown, 0 where they were not. */
    static CandidateRows labelled(List<CandidateList> lists, ImpressionPairs shown) {
        int size = lists.stream().mapToInt(CandidateList::size).reduce(0, Math::addExact);
        float[] ratio = new float[size];
        float[] quantile = new float[size];
        int row = 0;
        for (CandidateList list : lists) {
            for (int item : list.items()) {
                int pair = shown.find(list.user(), item);
                ratio[row] = pair < 0 ? 0 : shown.ratio()[pair];
                quantile[row++] = pair < 0 ? 0 : shown.quantile()[pair];
            }
        }
        return new CandidateRows(List.copyOf(lists), ratio, quantile);
    }

    /** The number of rows. */
    public int size() {
        return ratio.length;
    }

    /** The rows of several stretches, one after the other. */
    static CandidateRows concat(List<CandidateRows> parts) {
        int size = parts.stream().mapToInt(CandidateRows::size).reduce(0, Math::addExact);
        float[] ratios = new float[size];
        float[] quantiles = new float[size];
        int row = 0;
        for (CandidateRows part : parts) {
            System.arraycopy(part.ratio, 0, ratios, row, part.size());
            System.arraycopy(part.quantile, 0, quantiles, row, part.size());
            row += part.size();
        }
        return new CandidateRows(
                parts.stream().flatMap(part -> part.lists.stream()).toList(), ratios, quantiles);
    }

    /**
     * The lists that are drawn.
     *
     * @param day on which all are asked for
     */
    public CandidateRows drawn(ListSample sample, int day) {
        List<CandidateList> kept = new ArrayList<>();
        float[] ratios = new float[size()];
        float[] quantiles = new float[size()];
        int from = 0;
        int to = 0;
        for (CandidateList list : lists) {
            if (sample.keeps(list.user(), day)) {
                kept.add(list);
                System.arraycopy(ratio, from, ratios, to, list.size());
                System.arraycopy(quantile, from, quantiles, to, list.size());
                to += list.size();
            }
            from += list.size();
        }
        return new CandidateRows(List.copyOf(kept), Arrays.copyOf(ratios, to), Arrays.copyOf(quantiles, to));
    }

    /** The number of the list that each row belongs to. */
    public int[] groups() {
        int[] group = new int[ratio.length];
        int row = 0;
        for (int list = 0; list < lists.size(); list++) {
            Arrays.fill(group, row, row + lists.get(list).size(), list);
            row += lists.get(list).size();
        }
        return group;
    }
}
