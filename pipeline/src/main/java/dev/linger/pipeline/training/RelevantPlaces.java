package dev.linger.pipeline.training;

import dev.linger.data.RankedList;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.recommender.retrieval.CandidateList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where relevant items are in some lists, so that an order of the lists can be measured without sorting them: the place of an
 * item is the number of those that come before it, which takes {@code n log r} steps for r relevant items among n.
 *
 * @param userOf position of each list's user among those counted, who are in ascending order; negative where not counted
 * @param places where the relevant items are in each list, ascending
 * @param relevantCount how many items are relevant to each user counted, in the list or not
 */
record RelevantPlaces(int[] userOf, int[][] places, int[] relevantCount) {
    private static final boolean[] NONE = {};

    static RelevantPlaces of(Judgments judgments, List<CandidateList> lists) {
        int[] users = judgments.users();
        int[] userOf = new int[lists.size()];
        int[][] places = new int[lists.size()][];
        Set<Integer> withList = new HashSet<>();
        for (int at = 0; at < userOf.length; at++) {
            CandidateList list = lists.get(at);
            if (!withList.add(list.user())) {
                throw new IllegalArgumentException("user " + list.user() + " has two lists");
            }
            int[] relevant = judgments.relevant(list.user());
            userOf[at] = Arrays.binarySearch(users, list.user());
            places[at] = IntStream.range(0, list.size())
                    .filter(place -> Arrays.binarySearch(relevant, list.items()[place]) >= 0)
                    .toArray();
        }
        int[] counts =
                IntStream.of(users).map(user -> judgments.relevant(user).length).toArray();
        return new RelevantPlaces(userOf, places, counts);
    }

    /** Whether any item of a list is relevant; where none is, its order does not matter. */
    boolean any(int list) {
        return places[list].length > 0;
    }

    /** What a metric gives each user counted as long as nothing relevant was found. */
    double[] ofNothing(ListMetric metric) {
        return IntStream.of(relevantCount)
                .mapToDouble(count -> metric.of(NONE, count))
                .toArray();
    }

    /**
     * Whether the item at each position of a list is relevant, in order of (score descending, item ascending), up to the last
     * that is.
     *
     * @param items of the list
     * @param scores one each, none NaN
     * @param depth positions from here on are not looked at
     */
    boolean[] hits(int list, int[] items, double[] scores, int depth) {
        int[] at = places[list];
        RankedList relevant = RankedList.byScore(
                userOf[list],
                IntStream.of(at).map(place -> items[place]).toArray(),
                IntStream.of(at).mapToDouble(place -> scores[place]).toArray());
        int[] between = new int[at.length + 1];
        for (int place = 0; place < scores.length; place++) {
            between[firstAfter(relevant, items[place], scores[place])]++;
        }
        boolean[] hits = NONE;
        int before = 0;
        for (int place = 0; place < at.length && (before += between[place]) < depth; place++) {
            hits = Arrays.copyOf(hits, before + 1);
            hits[before] = true;
        }
        return hits;
    }

    /** How many of the relevant items are this one or come before it. */
    private static int firstAfter(RankedList relevant, int item, double score) {
        int low = 0;
        int high = relevant.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            double other = relevant.scores()[middle];
            if (score > other || (score == other && item < relevant.items()[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
