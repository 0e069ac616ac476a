package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import java.util.ArrayList;
import java.util.List;

/** Candidates in the best order there is: the ceiling of every ranker that gets them. */
public final class OracleOrder {
    private OracleOrder() {}

    /** Each list with its relevant items first, both parts in the order they had; the scores are size..1. */
    public static List<RankedList> of(List<RankedList> candidates, Judgments judgments) {
        ItemMarks relevant = new ItemMarks();
        List<RankedList> ordered = new ArrayList<>();
        for (RankedList list : candidates) {
            relevant.set(judgments.relevant(list.user()));
            ordered.add(relevantFirst(list, relevant));
        }
        return List.copyOf(ordered);
    }

    /**
     * The share of the headroom between stage one and the ceiling that the whole system captures:
     * {@code (endToEnd - stageOne) / (oracle - stageOne)}. 0 is no gain, 1 the ceiling, negative a loss; NaN where the
     * ceiling is no higher than stage one.
     */
    public static double headroomCaptured(double endToEnd, double stageOne, double oracle) {
        return oracle > stageOne ? (endToEnd - stageOne) / (oracle - stageOne) : Double.NaN;
    }

    private static RankedList relevantFirst(RankedList list, ItemMarks relevant) {
        int[] items = new int[list.size()];
        double[] scores = new double[list.size()];
        int filled = 0;
        for (boolean wanted : new boolean[] {true, false}) {
            for (int item : list.items()) {
                if (relevant.has(item) == wanted) {
                    items[filled] = item;
                    scores[filled] = list.size() - filled;
                    filled++;
                }
            }
        }
        return new RankedList(list.user(), items, scores);
    }
}
