package dev.linger.pipeline.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Dataset;
import dev.linger.data.Id;
import dev.linger.data.InteractionLog;
import dev.linger.data.WatchMatrix;
import dev.linger.pipeline.experiment.Scene;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObservedWorldTest {
    /** User 0 is not in the matrix, user 1 has videos 0 and 2, user 2 has video 1. */
    private static final WatchMatrix MATRIX = new WatchMatrix(
            new int[] {1, 1, 2}, new int[] {0, 2, 1}, new int[] {10_000, 3_000, 500}, new double[] {0.5, 2, 0.0});

    private static ObservedWorld world() {
        InteractionLog log =
                new Scene().play(0, 0, 1, 0, 12).play(1, 1, 1, 2, 23).log();
        Dataset data = Scene.dataset(3, 3, log, MATRIX);
        return new ObservedWorld(data, MATRIX);
    }

    @Test
    void a_user_watches_as_the_matrix_says() {
        ObservedWorld world = world();
        assertEquals(5_000, world.playMillis(1, 0));
        assertEquals(6_000, world.playMillis(1, 2));
        assertEquals(0, world.playMillis(2, 1));
        assertEquals(2.0, world.pull(1, 2));
        assertEquals(3_000, world.video(2).durationMillis());
    }

    @Test
    void only_its_pairs_can_be_shown_and_only_its_users_come() {
        ObservedWorld world = world();
        assertTrue(world.canShow(1, 0) && world.canShow(1, 2) && world.canShow(2, 1));
        assertFalse(world.canShow(1, 1) || world.canShow(2, 0) || world.canShow(0, 0));
        assertTrue(world.visit(0) < 0 && world.visit(1) >= 0 && world.visit(2) >= 0);
    }

    @Test
    void its_days_follow_the_log_and_bring_nothing_new() {
        ObservedWorld world = world();
        assertEquals(List.of(), world.beginDay());
        assertEquals(Scene.FIRST_DAY + 3, world.today());
        assertEquals(List.of(), world.beginDay());
        assertEquals(Scene.FIRST_DAY + 4, world.today());
        assertEquals(3, world.videoCount());
    }

    @Test
    void ids_are_those_of_the_data() {
        ObservedWorld world = world();
        assertEquals(Id.of(2), world.userId(2));
        assertEquals(1, world.videoOf(world.videoId(1)));
        assertEquals(2, world.userOf(Id.of(2)));
    }
}
