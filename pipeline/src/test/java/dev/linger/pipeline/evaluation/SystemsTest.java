package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.RankedList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SystemsTest {
    private static final RankedList LIST = RankedList.byScore(3, new int[] {1, 2}, new double[] {0.5, 0.75});

    @Test
    void only_the_served_lists_keep_their_scores() {
        Systems systems = Systems.of(List.of("one", "other"), List.of(List.of(LIST), List.of(LIST)))
                .withServedScoresAlone();
        assertEquals("other", systems.served().name());
        RankedList measured = systems.all().get(0).lists().get(0);
        assertArrayEquals(LIST.items(), measured.items());
        assertEquals(0, measured.scores().length);
        assertArrayEquals(LIST.scores(), systems.served().lists().get(0).scores());
    }

    @Test
    void where_the_lists_are_ordered_further_the_last_order_is_served_and_given_lists_are_as_scored() {
        Systems systems = Systems.of(List.of("one", "other"), List.of(List.of(LIST), List.of(LIST)))
                .ordered(List.of("mmr", "creator-cap"), List.of(List.of(LIST), List.of(LIST)))
                .withServedScoresAlone();
        assertEquals(
                List.of("one", "other", "mmr", "creator-cap"),
                systems.all().stream().map(NamedLists::name).toList());
        assertEquals("creator-cap", systems.served().name());
        assertEquals("other", systems.scored().name());
        assertEquals(0, systems.scored().lists().get(0).scores().length);
        assertEquals("other", systems.ofGivenLists().served().name());
    }

    @Test
    void the_order_that_is_meant_for_given_lists_keeps_its_scores_there() {
        Systems systems = Systems.of(List.of(Systems.PREFERENCE, "blend"), List.of(List.of(LIST), List.of(LIST)))
                .ofGivenLists()
                .withServedScoresAlone();
        assertEquals(Systems.PREFERENCE, systems.served().name());
        assertArrayEquals(LIST.scores(), systems.served().lists().get(0).scores());
    }
}
