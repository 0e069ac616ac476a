package dev.linger.simulation.shape;

import dev.linger.simulation.draw.QuantileCurve;
import java.time.LocalDate;

/**
 * The numbers of the planted model; {@code PlantedModel} has the formulas. A weight or spread is a standard deviation of
 * the logarithm of play time or of exposure, since taste, appeal, patience and noise are standard normal.
 *
 * @param topics number of topics; KuaiRec's 31 tags are spread over them
 * @param topicSkew a topic's share of videos falls as (rank + 1)^-skew; KuaiRec's commonest tag holds 19 % of its videos
 * @param interestSharpness how few topics a user's interest holds: at 2 the first three of 24 topics hold about two thirds
 * @param tasteWeight effect of the match of user and video: what collaborative filtering can find
 * @param appealWeight effect of the video's appeal: what lagged daily statistics can find
 * @param authorShare share of the appeal's variance that an author's videos have in common, so that a new video of a known
 *     author is not quite unknown
 * @param patienceSpread effect of the user's patience: some people watch everything longer
 * @param habit how people watch what the old recommender shows
 * @param forcedHabit how they watch what the small matrix shows by force
 * @param activity rows of a user / mean rows of a user
 * @param calendar the days that there are
 * @param days which days a user comes, and how much is watched then
 * @param duration length of a video in milliseconds
 * @param popularitySpread unevenness of exposure, drawn independently of appeal
 * @param personalShare share of what is shown that the old recommender picks by its guess of the user's interests
 * @param guessAccuracy correlation of that guess with the user's taste
 * @param newVideoShare share of the videos uploaded while the log runs, among all of which some are never shown on its days
 * @param uploadGrowth the uploads of these days rise with their (days since the first) ^ this
 * @param lifeDays mean of the days in which a video is shown, from its upload or the log's first day; may be infinite
 * @param forcedBefore the videos of the small matrix were uploaded before this day
 * @param freshBoost how many times more a video is shown on its first day than when old; below 1, less
 * @param freshDays days in which that difference falls to 1/e of it
 * @param rewatchShare share of the plays that go back to a video the user has watched
 * @param platformScale plays of the whole platform for one play of the log
 */
public record ModelParameters(
        int topics,
        double topicSkew,
        double interestSharpness,
        double tasteWeight,
        double appealWeight,
        double authorShare,
        double patienceSpread,
        WatchHabit habit,
        WatchHabit forcedHabit,
        QuantileCurve activity,
        LogDays calendar,
        DayRhythm days,
        QuantileCurve duration,
        double popularitySpread,
        double personalShare,
        double guessAccuracy,
        double newVideoShare,
        double uploadGrowth,
        double lifeDays,
        LocalDate forcedBefore,
        double freshBoost,
        double freshDays,
        double rewatchShare,
        double platformScale) {
    /** Few, clear topics, little else: what is there to be found is taste. */
    public static final ModelParameters CLEAR_TOPICS = new ModelParameters(
            /* topics= */ 6,
            /* topicSkew= */ 0.0,
            /* interestSharpness= */ 2.5,
            /* tasteWeight= */ 0.6,
            /* appealWeight= */ 0.2,
            /* authorShare= */ 0.4,
            /* patienceSpread= */ 0.2,
            /* habit= */ WatchHabit.OF_CLEAR_TOPICS,
            /* forcedHabit= */ WatchHabit.OF_CLEAR_TOPICS,
            /* activity= */ Shapes.ACTIVITY,
            /* calendar= */ LogDays.OF_KUAIREC,
            /* days= */ DayRhythm.EVEN,
            /* duration= */ Shapes.DURATION,
            /* popularitySpread= */ 0.3,
            /* personalShare= */ 0.7,
            /* guessAccuracy= */ 0.95,
            /* newVideoShare= */ 0.05,
            /* uploadGrowth= */ 0,
            /* lifeDays= */ Double.POSITIVE_INFINITY,
            /* forcedBefore= */ LocalDate.of(2020, 7, 5),
            /* freshBoost= */ 2.0,
            /* freshDays= */ 2.0,
            /* rewatchShare= */ 0.0,
            /* platformScale= */ 40);

    /** Near the shapes of KuaiRec, in little. */
    public static final ModelParameters OF_DEMO = new ModelParameters(
            /* topics= */ 24,
            /* topicSkew= */ 0.6,
            /* interestSharpness= */ 2.0,
            /* tasteWeight= */ 0.3,
            /* appealWeight= */ 0.25,
            /* authorShare= */ 0.4,
            /* patienceSpread= */ 0.2,
            /* habit= */ WatchHabit.OF_DEMO,
            /* forcedHabit= */ WatchHabit.OF_DEMO,
            /* activity= */ Shapes.ACTIVITY,
            /* calendar= */ LogDays.OF_KUAIREC,
            /* days= */ DayRhythm.EVEN,
            /* duration= */ Shapes.DURATION,
            /* popularitySpread= */ 1.0,
            /* personalShare= */ 0.5,
            /* guessAccuracy= */ 0.8,
            /* newVideoShare= */ 0.45,
            /* uploadGrowth= */ 0,
            /* lifeDays= */ Double.POSITIVE_INFINITY,
            /* forcedBefore= */ LocalDate.of(2020, 7, 5),
            /* freshBoost= */ 6.0,
            /* freshDays= */ 3.0,
            /* rewatchShare= */ 0.1,
            /* platformScale= */ 60);

    /** Fitted to what is published of KuaiRec's two matrices; of 11,562,802 plays 10,300,969 are of distinct pairs. */
    static final ModelParameters OF_KUAIREC = new ModelParameters(
            /* topics= */ 24,
            /* topicSkew= */ 0.6,
            /* interestSharpness= */ 2.0,
            /* tasteWeight= */ 0.22,
            /* appealWeight= */ 0.18,
            /* authorShare= */ 0.4,
            /* patienceSpread= */ 0.15,
            /* habit= */ WatchHabit.OF_BIG_MATRIX,
            /* forcedHabit= */ WatchHabit.OF_SMALL_MATRIX,
            /* activity= */ Shapes.KUAIREC_ACTIVITY,
            /* calendar= */ LogDays.OF_KUAIREC,
            /* days= */ DayRhythm.staying(/* spread= */ 0.77, /* away= */ 0.053, /* fading= */ 0.46),
            /* duration= */ Shapes.KUAIREC_DURATION,
            /* popularitySpread= */ 1.0,
            /* personalShare= */ 0.5,
            /* guessAccuracy= */ 0.8,
            /* newVideoShare= */ 0.74,
            /* uploadGrowth= */ 0.5,
            /* lifeDays= */ 27,
            /* forcedBefore= */ LocalDate.of(2020, 8, 1),
            /* freshBoost= */ 0.2,
            /* freshDays= */ 3.0,
            /* rewatchShare= */ 1_261_833.0 / 11_562_802,
            /* platformScale= */ 60);

    /** {@link #CLEAR_TOPICS} where no video is played beyond its end. */
    public static final ModelParameters CAPPED = CLEAR_TOPICS.with(
            CLEAR_TOPICS.tasteWeight, WatchHabit.CAPPED, Shapes.DURATION, CLEAR_TOPICS.calendar, CLEAR_TOPICS.days);

    /** Stars in place of plays, as if every video were four seconds long, over seven months; half of the users pass by. */
    public static final ModelParameters STARS = CLEAR_TOPICS.with(
            /* tasteWeight= */ 0.35,
            WatchHabit.STARS,
            new QuantileCurve(new double[] {0, 1}, new double[] {4_000, 4_000}),
            LogDays.all(LocalDate.of(2020, 9, 20), LocalDate.of(2021, 4, 22)),
            new DayRhythm(
                    /* spread= */ 0.8, /* away= */ 0.5, /* fading= */ 0, /* passingShare= */ 0.5, /* stayDays= */ 20));

    /** 22 years, from the first that the reader believes, in which nearly all users pass by: after any instant most are new. */
    public static final ModelParameters OF_DECADES = CLEAR_TOPICS.with(
            CLEAR_TOPICS.tasteWeight,
            WatchHabit.OF_CLEAR_TOPICS,
            Shapes.DURATION,
            LogDays.all(LocalDate.of(2011, 1, 1), LocalDate.of(2032, 12, 31)),
            new DayRhythm(
                    /* spread= */ 0.8,
                    /* away= */ 0.97,
                    /* fading= */ 0,
                    /* passingShare= */ 0.93,
                    /* stayDays= */ 200));

    /** The same topics and videos, watched otherwise, of other lengths, on other days. */
    private ModelParameters with(
            double tasteWeight, WatchHabit others, QuantileCurve durations, LogDays dates, DayRhythm rhythm) {
        return new ModelParameters(
                topics,
                topicSkew,
                interestSharpness,
                tasteWeight,
                appealWeight,
                authorShare,
                patienceSpread,
                others,
                others,
                activity,
                dates,
                rhythm,
                durations,
                popularitySpread,
                personalShare,
                guessAccuracy,
                newVideoShare,
                uploadGrowth,
                lifeDays,
                forcedBefore,
                freshBoost,
                freshDays,
                rewatchShare,
                platformScale);
    }

    /** Quantiles after those published of KuaiRec. */
    private static final class Shapes {
        static final QuantileCurve ACTIVITY = new QuantileCurve(
                new double[] {0, 0.25, 0.5, 0.75, 0.95, 0.99, 1},
                new double[] {0.06, 0.506, 1.057, 1.409, 1.9, 2.6, 4});

        static final QuantileCurve DURATION = new QuantileCurve(
                new double[] {0, 0.05, 0.25, 0.5, 0.75, 0.9, 0.96, 0.99, 1},
                new double[] {3_067, 5_500, 7_434, 9_636, 12_179, 20_000, 40_000, 100_000, 315_072});

        private static final double ONE_USER = 1 / 7_176.0;
        private static final double ONE_VIDEO = 1 / 10_728.0;

        /** The most active of 7,176 users has 16,015 rows, the mean of 26,597 and 5,433. */
        static final QuantileCurve KUAIREC_ACTIVITY = new QuantileCurve(
                new double[] {0, ONE_USER, 0.25, 0.5, 0.75, 0.95, 0.99, 1 - ONE_USER, 1},
                ofMeanRows(new double[] {96, 104, 883, 1_846, 2_461, 3_005, 4_340, 5_433, 26_597}));

        /** The shortest of 10,728 videos takes 140 ms, the longest 315,072, the means of their two neighbours here. */
        static final QuantileCurve KUAIREC_DURATION = new QuantileCurve(
                new double[] {0, ONE_VIDEO, 0.0006, 0.05, 0.25, 0.5, 0.75, 0.9, 0.96, 0.99, 1 - ONE_VIDEO, 1},
                new double[] {20, 260, 3_067, 5_500, 7_434, 9_636, 12_179, 20_000, 40_000, 106_000, 310_000, 320_144});

        private static double[] ofMeanRows(double[] rows) {
            double[] relative = rows.clone();
            for (int at = 0; at < rows.length; at++) {
                relative[at] = rows[at] / 1_746.2;
            }
            return relative;
        }
    }
}
