package dev.linger.pipeline.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.Seed;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SweepPlanTest {
    @Test
    void a_grid_is_every_combination_after_the_base_named_by_what_tells_them_apart() {
        SweepPlan plan = grid("ranker.members.0.model.leaves=31,127", "candidates.limit=100,200");
        assertEquals(
                List.of(
                        "default",
                        "leaves=31 limit=100",
                        "leaves=31 limit=200",
                        "leaves=127 limit=100",
                        "leaves=127 limit=200"),
                names(plan));
        assertEquals(
                List.of("seed=7", "ranker.members.0.model.leaves=31", "candidates.limit=200"),
                plan.variants().get(2).settings());
    }

    @Test
    void keys_that_end_alike_are_told_apart_and_values_may_be_lists() {
        assertEquals(
                List.of("default", "0.model.leaves=31 1.model.leaves=15"),
                names(grid("ranker.members.0.model.leaves=31", "ranker.members.1.model.leaves=15")));
        assertEquals(
                List.of("default", "sources=[\"als\",\"popularity\"]", "sources=[\"popularity\"]"),
                names(grid("candidates.sources=[\"als\",\"popularity\"],[\"popularity\"]")));
    }

    @Test
    void what_the_base_is_already_is_tried_once() {
        assertEquals(List.of("default", "leaves=31"), names(grid("ranker.members.0.model.leaves=31,63,31")));
    }

    @Test
    void configurations_are_crossed_with_the_grid_under_their_names() {
        SweepPlan plan = SweepPlan.grid(
                Optional.empty(),
                List.of(),
                List.of("ranker-linear", "ranker-constant"),
                List.of("candidates.limit=100"));
        assertEquals(List.of("default", "ranker-linear limit=100", "ranker-constant limit=100"), names(plan));
    }

    @Test
    void a_search_draws_within_its_ranges_and_the_same_with_the_same_seed() {
        Supplier<SweepPlan> search = () -> SweepPlan.search(
                Optional.empty(),
                List.of(),
                30,
                List.of("ranker.members.0.model.leaves=15..255:log", "ranker.members.0.model.learningRate=0.01..0.3"),
                new Seed(3));
        SweepPlan plan = search.get();
        assertEquals(plan, search.get());
        assertEquals(31, plan.variants().size());
        for (SweepVariant variant : plan.variants().subList(1, 31)) {
            assertTrue(variant.name().matches("leaves=\\d+ learningRate=0\\.\\d+"), variant.name());
        }
    }

    @Test
    void both_ends_of_a_range_of_whole_numbers_are_drawn() {
        SplittableRandom random = new SplittableRandom(1);
        SweepRange range = SweepRange.parse("k=1..3");
        assertEquals(
                List.of("k=1", "k=2", "k=3"),
                Stream.generate(() -> range.draw(random))
                        .limit(100)
                        .distinct()
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"k=3..1", "k=1..1", "k=0..5:log", "k=a..b", "k", "=1..2", "k=1..2:exp"})
    void a_range_that_is_none_is_refused(String text) {
        String message =
                assertThrows(InputException.class, () -> SweepRange.parse(text)).getMessage();
        assertTrue(message.startsWith("--range " + text + ": "), message);
    }

    @Test
    void variants_that_are_not_measured_alike_are_refused_before_any_is_tried() {
        assertTrue(message(() -> grid("split.testShare=0.1,0.2")).contains("and linger cuts the rest"));
        assertTrue(
                message(() -> grid("watch.ratioCap=2,3")).contains("has another watch, which says what is measured"));
    }

    @Test
    void mistakes_are_said_before_any_is_tried() {
        assertTrue(message(() -> grid("leaves")).contains("--grid leaves: must be KEY=VALUE,VALUE"));
        assertTrue(message(() -> grid("candidates.limit=0,10")).contains("limit must be >= 1 but was 0"));
        assertTrue(message(() -> grid()).contains("there is nothing to try beside default"));
        assertTrue(message(() -> SweepPlan.search(Optional.empty(), List.of(), 5, List.of(), new Seed(1)))
                .contains("at least one --range"));
    }

    private static String message(Runnable action) {
        return String.valueOf(assertThrows(InputException.class, action::run).getMessage());
    }

    private static SweepPlan grid(String... lines) {
        return SweepPlan.grid(Optional.empty(), List.of("seed=7"), List.of(), List.of(lines));
    }

    private static List<String> names(SweepPlan plan) {
        return plan.variants().stream().map(SweepVariant::name).toList();
    }
}
