package dev.linger.simulation.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import dev.linger.simulation.Preset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LivingWorldTest {
    private static final Seed SEED = new Seed(3);
    private static final PlantedModel MODEL = PlantedModel.draw(Preset.TOPICS.design(1), SEED);

    private static LivingWorld world() {
        return new LivingWorld(MODEL, Life.DEFAULT, SEED);
    }

    /** Days on which every user who comes is shown one video. */
    private static List<Integer> live(LivingWorld world, int days, int video) {
        List<Integer> played = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            world.beginDay();
            for (int user = 0; user < world.userCount(); user++) {
                if (world.visit(user) >= 0) {
                    played.add(world.playMillis(user, video));
                }
            }
        }
        return played;
    }

    @Test
    void the_same_is_shown_the_same_happens() {
        assertEquals(live(world(), 3, 7), live(world(), 3, 7));
    }

    @Test
    void the_day_after_the_log_is_the_first() {
        LivingWorld world = world();
        world.beginDay();
        assertEquals(MODEL.catalogue().days().epochDay(MODEL.catalogue().days().count() - 1) + 1, world.today());
    }

    @Test
    void the_n_th_upload_of_a_creator_is_the_same_whatever_was_shown() {
        LivingWorld one = world();
        LivingWorld other = world();
        live(one, 20, 1);
        live(other, 20, 2);
        Map<String, World.Video> byName = new HashMap<>();
        for (int video = MODEL.catalogue().size(); video < one.videoCount(); video++) {
            byName.put(one.video(video).name(), one.video(video));
        }
        int same = 0;
        for (int video = MODEL.catalogue().size(); video < other.videoCount(); video++) {
            World.Video upload = byName.get(other.video(video).name());
            if (upload != null) {
                assertEquals(upload.appeal(), other.video(video).appeal());
                assertEquals(upload.durationMillis(), other.video(video).durationMillis());
                assertArrayEquals(upload.tags(), other.video(video).tags());
                same++;
            }
        }
        assertTrue(same > 100, same + " uploads of the same name");
    }

    @Test
    void a_topic_tires_a_user_who_has_seen_it_many_times() {
        LivingWorld world = world();
        world.beginDay();
        double before = world.pull(5, 0);
        IntStream.range(0, 10).forEach(again -> world.playMillis(5, 0));
        assertEquals(before - Life.DEFAULT.fatigue() / 2, world.pull(5, 0), 1e-12);
        assertEquals(world.pull(6, 0), world.pull(6, 0));
    }

    @Test
    void tastes_move_from_day_to_day_and_keep_their_spread() {
        LivingWorld world = world();
        world.beginDay();
        double[] first = pulls(world);
        IntStream.range(0, 60).forEach(day -> world.beginDay());
        double[] last = pulls(world);
        assertTrue(Math.abs(correlation(first, last)) < 0.9, "correlation " + correlation(first, last));
        assertEquals(1, spread(last) / spread(first), 0.15);
    }

    private static double[] pulls(LivingWorld world) {
        return IntStream.range(0, world.userCount())
                .mapToDouble(user -> world.pull(user, 0))
                .toArray();
    }

    private static double spread(double[] values) {
        double mean = IntStream.range(0, values.length)
                .mapToDouble(at -> values[at])
                .average()
                .orElseThrow();
        return Math.sqrt(IntStream.range(0, values.length)
                .mapToDouble(at -> (values[at] - mean) * (values[at] - mean))
                .average()
                .orElseThrow());
    }

    private static double correlation(double[] one, double[] other) {
        double meanOne = IntStream.range(0, one.length)
                .mapToDouble(at -> one[at])
                .average()
                .orElseThrow();
        double meanOther = IntStream.range(0, one.length)
                .mapToDouble(at -> other[at])
                .average()
                .orElseThrow();
        double product = IntStream.range(0, one.length)
                .mapToDouble(at -> (one[at] - meanOne) * (other[at] - meanOther))
                .average()
                .orElseThrow();
        return product / spread(one) / spread(other);
    }

    @Test
    void a_creator_who_is_watched_uploads_more_than_when_nobody_watches() {
        Catalogue catalogue = MODEL.catalogue();
        int video = IntStream.range(0, catalogue.size())
                .boxed()
                .max((one, other) -> Double.compare(
                        catalogue.productivity(catalogue.author(one)), catalogue.productivity(catalogue.author(other))))
                .orElseThrow();
        int of = catalogue.author(video);
        int elsewhere = IntStream.range(0, catalogue.size())
                .filter(any -> catalogue.author(any) != of)
                .findFirst()
                .orElseThrow();
        LivingWorld watched = world();
        LivingWorld ignored = world();
        live(watched, 40, video);
        live(ignored, 40, elsewhere);
        assertTrue(
                uploads(watched, of) > uploads(ignored, of),
                uploads(watched, of) + " uploads watched, " + uploads(ignored, of) + " ignored");
        assertTrue(ignored.activeCreators() < catalogue.authorCount());
    }

    private static long uploads(LivingWorld world, int creator) {
        return IntStream.range(MODEL.catalogue().size(), world.videoCount())
                .filter(video -> world.video(video).author() == creator)
                .count();
    }
}
