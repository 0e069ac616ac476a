package dev.linger.pipeline.offpolicy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.linger.data.Id;
import dev.linger.recommender.filter.Blocks;
import dev.linger.serving.impressions.ShownList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RewardModelTest {
    private static ServedList list(int user, long first, long second, double one, double other) {
        return new ServedList(
                user,
                new ShownList(
                        Id.of(user), 0, Set.of(), Blocks.NONE, List.of(Id.of(first), Id.of(second)), new double[] {
                            0.5, 0.5
                        }),
                new double[] {one, other});
    }

    @Test
    void a_video_is_expected_to_bring_what_it_did_to_users_of_other_folds_shrunk_by_ten_plays() {
        RewardModel model = new RewardModel(
                List.of(list(0, 7, 8, 100, 100), list(1, 7, 8, 3, 1), list(2, 9, 7, 1, 3), list(5, 8, 9, 100, 100)));
        // Of users 1 and 2, without 0 and 5, which are of one fold: means 2 and 2; video 7 brought 1 more, twice.
        assertArrayEquals(
                new double[] {2 + 2.0 / 12, 2 - 1.0 / 11}, model.predict(0, List.of(Id.of(7), Id.of(8))), 1e-12);
        assertArrayEquals(
                new double[] {2, 0}, model.predict(5, List.of(Id.of(4))), 1e-12, "not shown; the list has ended");
    }
}
