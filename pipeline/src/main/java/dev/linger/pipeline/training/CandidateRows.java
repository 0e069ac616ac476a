package dev.linger.pipeline.training;

import dev.linger.data.Seed;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

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
        List<CandidateList> lists = new ArrayList<>();
        SplittableRandom random = seed.stream("negatives");
        for (CandidateList list : candidates) {
            SplittableRandom ofList = random.split();
            int[] kept = kept(list, shown, negatives, ofList);
            if (kept.length > 0) {
                lists.add(list.pick(kept));
            }
        }
        int size = lists.stream().mapToInt(CandidateList::size).sum();
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

    /** These lists and, after them, others. */
    public CandidateRows and(CandidateRows others) {
        List<CandidateList> all = new ArrayList<>(lists);
        all.addAll(others.lists);
        float[] ratios = Arrays.copyOf(ratio, size() + others.size());
        System.arraycopy(others.ratio, 0, ratios, size(), others.size());
        float[] quantiles = Arrays.copyOf(quantile, size() + others.size());
        System.arraycopy(others.quantile, 0, quantiles, size(), others.size());
        return new CandidateRows(List.copyOf(all), ratios, quantiles);
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

    /** Positions of all shown items and of a sample of the others, ascending; none where nothing was shown. */
    private static int[] kept(CandidateList list, ImpressionPairs shown, int negatives, SplittableRandom random) {
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
        for (int drawn = 0; drawn < Math.min(negatives, count); drawn++) {
            int swap = drawn + random.nextInt(count - drawn);
            isKept[others[swap]] = true;
            others[swap] = others[drawn];
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
