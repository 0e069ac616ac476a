package dev.linger.pipeline.evaluation.listwise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import dev.linger.pipeline.evaluation.NaiveMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every metric of lists keeps to. One of another jar is tested by a subclass that names it and its formula. */
public abstract class ListMetricContract {
    private static final int CASES = 1_000;

    private final IntFunction<? extends ListMetric> metric;
    private final NaiveMetrics.Formula formula;

    /**
     * @param metric at a cutoff
     * @param formula the same, written as slowly as it reads
     */
    protected ListMetricContract(IntFunction<? extends ListMetric> metric, NaiveMetrics.Formula formula) {
        this.metric = metric;
        this.formula = formula;
    }

    /** The value of a list that starts with all that is relevant. */
    protected double ofPerfectList(int relevantCount, int cutoff) {
        return 1;
    }

    /** Whether a longer prefix of a list is never worse. */
    protected boolean growsWithTheCutoff() {
        return false;
    }

    /** A list whose items at some positions are relevant, with more relevant items that it lacks. */
    private record Case(boolean[] hits, int relevantCount, int cutoff) {
        static Case random(int number) {
            SplittableRandom random = new Seed(number).stream("list metric");
            boolean[] hits = new boolean[random.nextInt(12)];
            for (int position = 0; position < hits.length; position++) {
                hits[position] = random.nextInt(3) == 0;
            }
            int found =
                    (int) IntStream.range(0, hits.length).filter(at -> hits[at]).count();
            return new Case(hits, Math.max(1, found + random.nextInt(4)), 1 + random.nextInt(14));
        }

        /** Item i stands at position i; the relevant items that the list lacks are negative. */
        double slowly(NaiveMetrics.Formula formula) {
            List<Integer> list = IntStream.range(0, hits.length).boxed().toList();
            Set<Integer> relevant =
                    new TreeSet<>(list.stream().filter(at -> hits[at]).toList());
            while (relevant.size() < relevantCount) {
                relevant.add(-1 - relevant.size());
            }
            return formula.of(list, relevant, cutoff);
        }
    }

    private double value(boolean[] hits, int relevantCount, int cutoff) {
        return metric.apply(cutoff).of(hits, relevantCount);
    }

    @Test
    void every_value_equals_the_formula_to_the_last_bit() {
        for (int number = 0; number < CASES; number++) {
            Case one = Case.random(number);
            assertEquals(one.slowly(formula), value(one.hits(), one.relevantCount(), one.cutoff()), "case " + number);
        }
    }

    @Test
    void every_value_lies_between_0_and_1() {
        for (int number = 0; number < CASES; number++) {
            Case one = Case.random(number);
            double value = value(one.hits(), one.relevantCount(), one.cutoff());
            assertTrue(value >= 0 && value <= 1, "case " + number + ": " + value);
        }
    }

    @Test
    void a_list_without_a_hit_is_worth_nothing() {
        for (int cutoff = 1; cutoff < 15; cutoff++) {
            assertEquals(0.0, value(new boolean[0], 3, cutoff));
            assertEquals(0.0, value(new boolean[5], 3, cutoff));
        }
    }

    @Test
    void a_list_that_starts_with_all_relevant_items_is_perfect() {
        for (int relevant = 1; relevant < 8; relevant++) {
            boolean[] hits = new boolean[10];
            Arrays.fill(hits, 0, relevant, true);
            for (int cutoff = 1; cutoff < 15; cutoff++) {
                assertEquals(ofPerfectList(relevant, cutoff), value(hits, relevant, cutoff), 1e-12);
            }
        }
    }

    @Test
    void no_hit_past_the_cutoff_counts() {
        for (int number = 0; number < CASES; number++) {
            Case one = Case.random(number);
            boolean[] prefix = Arrays.copyOf(one.hits(), Math.min(one.hits().length, one.cutoff()));
            assertEquals(
                    value(prefix, one.relevantCount(), one.cutoff()),
                    value(one.hits(), one.relevantCount(), one.cutoff()),
                    "case " + number);
        }
    }

    @Test
    void a_hit_more_is_never_worse() {
        for (int number = 0; number < CASES; number++) {
            Case one = Case.random(number);
            int relevant = one.hits().length + 1; // room for a hit at every position
            double before = value(one.hits(), relevant, one.cutoff());
            for (int position = 0; position < one.hits().length; position++) {
                boolean[] more = one.hits().clone();
                more[position] = true;
                assertTrue(value(more, relevant, one.cutoff()) >= before, "case " + number);
            }
        }
    }

    @Test
    void a_longer_prefix_is_never_worse_where_the_metric_grows() {
        List<String> falls = new ArrayList<>();
        for (int number = 0; number < CASES; number++) {
            Case one = Case.random(number);
            double before = value(one.hits(), one.relevantCount(), one.cutoff());
            if (value(one.hits(), one.relevantCount(), one.cutoff() + 1) < before) {
                falls.add("case " + number);
            }
        }
        assertTrue(!growsWithTheCutoff() || falls.isEmpty(), falls::toString);
    }

    @Test
    void the_name_is_a_heading_that_ends_with_the_cutoff() {
        ListMetric at7 = metric.apply(7);
        assertEquals(7, at7.cutoff());
        assertTrue(at7.name().endsWith("@7"), at7.name());
        assertFalse(at7.name().matches(".*[,\"\\r\\n].*"), at7.name());
        assertEquals(at7, metric.apply(7), "equal records are the same metric");
    }

    @Test
    void a_cutoff_below_1_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> metric.apply(0));
    }
}
