package dev.linger.pipeline.offpolicy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Estimates from lists that were served, against what the target brings in the world that they are from. */
final class CoverageTest {
    private static final int PLACES = 3;
    private static final int REQUESTS = 400;

    /** How often an interval held the truth of the same requests, and of all requests of the world. */
    private record Held(int same, int all) {
        Held plus(Held other) {
            return new Held(same + other.same, all + other.all);
        }
    }

    private static Map<String, Held> held(int cases, double fatigue) {
        Map<String, Held> held = new LinkedHashMap<>();
        for (int seed = 1; seed <= cases; seed++) {
            PlantedLists world = new PlantedLists(seed, PLACES, fatigue);
            List<PlantedLists.Request> requests = world.requests("requests", REQUESTS);
            double same = world.truth(requests, 30);
            double all = world.truth(world.requests("others", 2_000), 4);
            Estimates estimates = new Estimates(world.served(requests), OptionalDouble.empty());
            for (Estimates.Estimate of : List.of(estimates.ips(), estimates.snips(), estimates.doublyRobust())) {
                held.merge(of.name(), new Held(holds(of.value(), same), holds(of.value(), all)), Held::plus);
            }
        }
        return held;
    }

    private static int holds(UserMean interval, double truth) {
        return interval.low() <= truth && truth <= interval.high() ? 1 : 0;
    }

    @Test
    void most_of_few_intervals_hold_the_truth() {
        Map<String, Held> held = held(20, 0);
        held.values().forEach(of -> assertTrue(of.same() >= 18 && of.all() >= 17, held::toString));
    }

    @Test
    @EnabledIfSystemProperty(named = "linger.slow", matches = "true")
    void at_least_90_of_100_intervals_hold_the_truth() {
        Map<String, Held> held = held(100, 0);
        held.values().forEach(of -> assertTrue(of.same() >= 90 && of.all() >= 90, held::toString));
    }

    @Test
    @EnabledIfSystemProperty(named = "linger.slow", matches = "true")
    void at_least_90_of_100_do_so_where_a_topic_tires_within_the_list() {
        Map<String, Held> held = held(100, 2);
        held.values().forEach(of -> assertTrue(of.same() >= 90 && of.all() >= 90, held::toString));
    }
}
