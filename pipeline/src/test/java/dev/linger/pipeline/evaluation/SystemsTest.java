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
        assertEquals(List.of("one", "other"), systems.names());
        RankedList measured = systems.all().get(0).lists().get(0);
        assertArrayEquals(LIST.items(), measured.items());
        assertEquals(0, measured.scores().length);
        assertArrayEquals(LIST.scores(), systems.served().lists().get(0).scores());
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
