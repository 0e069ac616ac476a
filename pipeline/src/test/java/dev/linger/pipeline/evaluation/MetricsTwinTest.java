package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.pipeline.evaluation.NaiveMetrics.Play;
import dev.linger.pipeline.evaluation.NaiveMetrics.Scored;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import dev.linger.pipeline.evaluation.pointwise.Gauc;
import dev.linger.pipeline.evaluation.pointwise.PointwiseMetrics;
import dev.linger.pipeline.evaluation.pointwise.Xauc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every metric and its slow twin, to the last bit, on 10,000 random cases: short lists, tied scores, users without a
 * relevant video, a list or a play, cutoffs past the end of every list, videos played twice.
 */
class MetricsTwinTest {
    private static final int CASES = 10_000;
    private static final double RELEVANT_ABOVE = 1.0;
    private static final double SKIP_BELOW = 0.2;

    /** In the order of {@link Scenes#metricsAt}. */
    private static final List<NaiveMetrics.Formula> FORMULAS = List.of(
            NaiveMetrics::precision,
            NaiveMetrics::recall,
            NaiveMetrics::hitRate,
            NaiveMetrics::ndcg,
            NaiveMetrics::averagePrecision,
            NaiveMetrics::reciprocalRank);

    /** One case: what was played, what each user is given, and what was played before. */
    private record Case(
            List<Play> plays, Map<Integer, List<Scored>> scored, Map<Integer, Integer> limits, int[] before) {
        static Case random(int number) {
            SplittableRandom random = new Seed(number).stream("metrics");
            int users = 1 + random.nextInt(5);
            int items = 1 + random.nextInt(12);
            List<Play> plays = new ArrayList<>();
            for (int play = random.nextInt(30); play > 0; play--) {
                plays.add(new Play(random.nextInt(users), random.nextInt(items), random.nextInt(8) / 4.0));
            }
            Map<Integer, List<Scored>> scored = new TreeMap<>();
            Map<Integer, Integer> limits = new TreeMap<>();
            for (int user = 0; user < users; user++) {
                if (random.nextInt(8) > 0) {
                    int levels = 1 + random.nextInt(6);
                    scored.put(
                            user,
                            IntStream.range(0, items)
                                    .mapToObj(item -> new Scored(item, random.nextInt(levels) / 3.0 - 1))
                                    .toList());
                    limits.put(user, random.nextInt(items + 1));
                }
            }
            int[] before = random.ints(items, 0, 4).toArray();
            return new Case(plays, scored, limits, before);
        }

        Judgments judgments() {
            int[][] rows = plays.stream()
                    .map(play -> new int[] {play.user(), play.item(), (int) (play.ratio() * 1_000), 1_000})
                    .toArray(int[][]::new);
            return Judgments.of(
                    Scenes.log(rows),
                    new RelevanceRule.RatioAbove(RELEVANT_ABOVE, false).fit(Scenes.log(rows)),
                    SKIP_BELOW);
        }

        List<RankedList> lists() {
            List<RankedList> lists = new ArrayList<>();
            scored.forEach((user, all) -> lists.add(RankedList.byScore(
                            user,
                            all.stream().mapToInt(Scored::item).toArray(),
                            all.stream().mapToDouble(Scored::score).toArray())
                    .top(limits.get(user))));
            return lists;
        }

        List<Integer> list(int user) {
            return NaiveMetrics.ranked(scored.getOrDefault(user, List.of()), limits.getOrDefault(user, 0));
        }

        List<Integer> slots(int cutoff) {
            return scored.keySet().stream()
                    .flatMap(user -> list(user).stream().limit(cutoff))
                    .toList();
        }
    }

    @Test
    void metrics_of_lists_equal_their_formulas() {
        for (int number = 0; number < CASES; number++) {
            Case one = Case.random(number);
            int cutoff = 1 + number % 14;
            ListMetrics metrics = ListMetrics.of(one.judgments(), one.lists(), Scenes.metricsAt(cutoff));
            int[] users = IntStream.range(0, 5)
                    .filter(user -> !NaiveMetrics.relevant(one.plays(), user, RELEVANT_ABOVE)
                            .isEmpty())
                    .toArray();
            for (int at = 0; at < FORMULAS.size(); at++) {
                ListMetric metric = Scenes.metricsAt(cutoff).get(at);
                NaiveMetrics.Formula formula = FORMULAS.get(at);
                List<Double> expected = Arrays.stream(users)
                        .mapToObj(user -> formula.of(
                                one.list(user), NaiveMetrics.relevant(one.plays(), user, RELEVANT_ABOVE), cutoff))
                        .toList();
                String what = metric.name() + " of case " + number;
                assertEquals(expected, boxed(metrics.values(metric)), what);
                assertEquals(NaiveMetrics.mean(expected), metrics.mean(metric), what);
            }
        }
    }

    @Test
    void qualities_of_lists_equal_their_formulas() {
        for (int number = 0; number < CASES; number++) {
            Case one = Case.random(number);
            int cutoff = 1 + number % 14;
            String what = "case " + number;
            List<Integer> slots = one.slots(cutoff);
            ItemUniverse universe = ItemUniverse.ofPlayed(one.before());
            ListQuality quality = ListQuality.of(one.lists(), universe, one.judgments(), cutoff);
            List<Double> percentiles = slots.stream()
                    .map(item -> NaiveMetrics.popularityPercentile(one.before(), item))
                    .toList();
            assertEquals(NaiveMetrics.coverage(one.before(), slots), quality.coverage(), what);
            List<Integer> inside =
                    slots.stream().filter(item -> one.before()[item] > 0).toList();
            assertEquals(NaiveMetrics.gini(one.before(), inside), quality.gini(), what);
            assertEquals(NaiveMetrics.mean(percentiles), quality.popularityPercentile(), what);
            assertEquals(skippedShare(one, cutoff), quality.skippedShare(), what);
            assertEquals((double) (slots.size() - inside.size()) / slots.size(), quality.coldShare(), what);
        }
    }

    /** Over the slots of users that were shown anything. */
    private static double skippedShare(Case one, int cutoff) {
        List<Double> skips = new ArrayList<>();
        for (int user : one.scored().keySet()) {
            if (one.plays().stream().anyMatch(play -> play.user() == user)) {
                Set<Integer> skipped = NaiveMetrics.skipped(one.plays(), user, SKIP_BELOW);
                one.list(user).stream().limit(cutoff).forEach(item -> skips.add(skipped.contains(item) ? 1.0 : 0.0));
            }
        }
        return NaiveMetrics.mean(skips);
    }

    @Test
    void metrics_of_predictions_equal_their_formulas() {
        for (int number = 0; number < CASES; number++) {
            SplittableRandom random = new Seed(number).stream("predictions");
            int rows = random.nextInt(25);
            int levels = 1 + random.nextInt(number % 2 == 0 ? 6 : 100_000);
            double[] predictions = random.ints(rows, 0, levels)
                    .mapToDouble(level -> level / 7.0 - 0.3)
                    .toArray();
            double[] labels = random.ints(rows, 0, levels)
                    .mapToDouble(level -> level / 3.0)
                    .toArray();
            int[] user = random.ints(rows, 0, 4).toArray();
            boolean[] relevant = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                relevant[row] = random.nextInt(3) == 0;
            }
            String what = "case " + number;
            PointwiseMetrics metrics = PointwiseMetrics.of(predictions, labels);
            List<Double> errors = NaiveMetrics.errors(predictions, labels);
            assertEquals(NaiveMetrics.mae(errors), metrics.mae(), what);
            assertEquals(NaiveMetrics.rmse(errors), metrics.rmse(), what);
            assertEquals(NaiveMetrics.medianError(errors), metrics.medianAbsoluteError(), what);
            assertEquals(NaiveMetrics.mean(errors), metrics.bias(), what);
            assertEquals(NaiveMetrics.xauc(boxed(predictions), boxed(labels)), metrics.xauc(), what);
            assertEquals(metrics.xauc(), Xauc.of(predictions, labels), what);
            assertEquals(
                    NaiveMetrics.gauc(user, predictions, relevant),
                    Gauc.of(user, predictions, relevant).value(),
                    what);
        }
    }

    @Test
    void paired_differences_equal_their_formulas() {
        PairedBootstrap bootstrap = new PairedBootstrap(PairedBootstrap.MIN_RESAMPLES, new Seed(1));
        for (int number = 0; number < CASES; number++) {
            SplittableRandom random = new Seed(number).stream("paired");
            int users = random.nextInt(12);
            double[] values =
                    random.ints(users, 0, 9).mapToDouble(level -> level / 9.0).toArray();
            double[] reference =
                    random.ints(users, 0, 9).mapToDouble(level -> level / 9.0).toArray();
            List<Double> differences = NaiveMetrics.errors(values, reference);
            List<Double> wins = differences.stream()
                    .map(difference -> (1 + Math.signum(difference)) / 2)
                    .toList();
            PairedBootstrap.Difference compared = bootstrap.compare(values, reference);
            assertEquals(NaiveMetrics.mean(differences), compared.mean(), "case " + number);
            assertEquals(NaiveMetrics.mean(wins), compared.winRate(), "case " + number);
        }
    }

    private static List<Double> boxed(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
