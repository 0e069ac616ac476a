package dev.linger.pipeline.evaluation;

import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.pipeline.evaluation.listwise.AveragePrecision;
import dev.linger.pipeline.evaluation.listwise.HitRate;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.evaluation.listwise.Precision;
import dev.linger.pipeline.evaluation.listwise.Recall;
import dev.linger.pipeline.evaluation.listwise.ReciprocalRank;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Small logs and lists to evaluate. */
public final class Scenes {
    private Scenes() {}

    /** A log of rows {user, item, play ms, duration ms}, one second apart. */
    public static InteractionLog log(int[]... rows) {
        InteractionLogBuilder log = new InteractionLogBuilder(ZoneId.of("Asia/Shanghai"), rows.length);
        for (int row = 0; row < rows.length; row++) {
            log.add(rows[row][0], rows[row][1], rows[row][2], rows[row][3], 1_000L * row);
        }
        return log.build();
    }

    /** A list of the items in the order given. */
    public static RankedList list(int user, int... items) {
        double[] scores = new double[items.length];
        for (int position = 0; position < items.length; position++) {
            scores[position] = items.length - position;
        }
        return new RankedList(user, items, scores);
    }

    /** Random plays of 10 to 15 s videos; about half of the ratios are above 1. */
    static InteractionLog randomLog(long seed, int users, int items, int rows) {
        SplittableRandom random = new Seed(seed).stream("log");
        int[][] plays = new int[rows][];
        for (int row = 0; row < rows; row++) {
            int duration = 10_000 + random.nextInt(5_000);
            plays[row] =
                    new int[] {random.nextInt(users), random.nextInt(items), random.nextInt(2 * duration), duration};
        }
        return log(plays);
    }

    /** A list for most users, of random length and with many equal scores. */
    static List<RankedList> randomLists(long seed, int users, int items) {
        SplittableRandom random = new Seed(seed).stream("lists");
        List<RankedList> lists = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            if (random.nextInt(10) == 0) {
                continue;
            }
            int[] all = new int[items];
            double[] scores = new double[items];
            for (int item = 0; item < items; item++) {
                all[item] = item;
                scores[item] = random.nextInt(6);
            }
            lists.add(RankedList.byScore(user, all, scores).top(random.nextInt(items + 1)));
        }
        return lists;
    }

    /** Every metric of lists that comes with Linger. */
    public static List<ListMetric> metricsAt(int k) {
        return List.of(
                new Precision(k),
                new Recall(k),
                new HitRate(k),
                new Ndcg(k),
                new AveragePrecision(k),
                new ReciprocalRank(k));
    }

    /** Relevant above a ratio of 1, skipped below 0.1. */
    public static Judgments judge(InteractionLog test) {
        return Judgments.of(test, new RelevanceRule.RatioAbove(1.0, false).fit(test), 0.1);
    }
}
