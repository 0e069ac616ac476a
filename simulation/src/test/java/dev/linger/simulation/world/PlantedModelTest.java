package dev.linger.simulation.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.Preset;
import dev.linger.simulation.shape.LogDays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlantedModelTest {
    private static final Seed SEED = new Seed(3);
    private final PlantedModel model = PlantedModel.draw(Preset.DEMO.design(1), SEED);
    private final Audience audience = model.audience();
    private final Catalogue catalogue = model.catalogue();

    @Test
    void plays_add_up_exactly() {
        assertEquals(
                300_000,
                IntStream.range(0, audience.size()).map(audience::plays).sum());
    }

    @Test
    void the_match_is_the_mean_taste_over_the_tags() {
        for (int video = 0; video < catalogue.size(); video++) {
            int[] tags = catalogue.tags(video);
            double expected = 0;
            for (int tag : tags) {
                expected += audience.taste(7, tag % 24) / tags.length;
            }
            assertEquals(expected, model.match(7, video), 1e-12);
        }
    }

    @Test
    void tags_are_distinct_and_1_18_a_video() {
        double sum = 0;
        for (int video = 0; video < catalogue.size(); video++) {
            int[] tags = catalogue.tags(video);
            assertEquals(tags.length, IntStream.of(tags).distinct().count());
            assertTrue(IntStream.of(tags).allMatch(tag -> tag >= 0 && tag < 31));
            sum += tags.length;
        }

        assertEquals(1.18, sum / catalogue.size(), 0.03);
    }

    @Test
    void durations_have_kuairecs_quartiles() {
        int[] durations = IntStream.range(0, catalogue.size())
                .map(catalogue::durationMillis)
                .sorted()
                .toArray();

        assertEquals(7_434, durations[500], 300);
        assertEquals(9_636, durations[1_000], 300);
        assertEquals(12_179, durations[1_500], 500);
        assertEquals(14_622, IntStream.of(durations).average().orElseThrow(), 1_500);
    }

    @Test
    void appeal_says_nothing_of_popularity() {
        double[] appeal = IntStream.range(0, catalogue.size())
                .mapToDouble(catalogue::appeal)
                .toArray();
        double[] popularity = IntStream.range(0, catalogue.size())
                .mapToDouble(video -> Math.log(catalogue.popularity(video)))
                .toArray();

        // The standard error of a correlation over 2,000 videos is .022.
        assertEquals(0, correlation(appeal, popularity), 0.08);
    }

    @Test
    void people_watch_longer_what_pulls_them() {
        Watching watching = new Watching(model, model.parameters().habit());
        Draws draws = new Draws(SEED.stream("watching"));
        double[] pull = new double[20_000];
        double[] logPlay = new double[pull.length];
        for (int play = 0; play < pull.length; play++) {
            int user = draws.below(audience.size());
            int video = draws.below(catalogue.size());
            pull[play] = model.pull(user, video);
            logPlay[play] = Math.log(1 + watching.playMillis(user, video, draws));
        }

        double correlation = correlation(pull, logPlay);
        assertTrue(correlation > 0.4 && correlation < 0.8, "correlation " + correlation);
    }

    @Test
    void the_length_of_a_video_does_not_change_how_long_it_is_watched() {
        Watching watching = new Watching(model, model.parameters().habit());
        Draws draws = new Draws(SEED.stream("watching"));
        double[] duration = new double[20_000];
        double[] logPlay = new double[duration.length];
        for (int play = 0; play < duration.length; play++) {
            int video = draws.below(catalogue.size());
            duration[play] = Math.log(catalogue.durationMillis(video));
            logPlay[play] = Math.log(1 + watching.playMillis(draws.below(audience.size()), video, draws));
        }

        assertEquals(0, correlation(duration, logPlay), 0.06);
    }

    @Test
    void users_are_shown_what_they_like_more_often_than_chance() {
        Exposure exposure = new Exposure(model);
        Draws draws = new Draws(SEED.stream("exposure"));
        int shown = 20_000;
        double shownMatch = 0;
        double randomMatch = 0;
        for (int play = 0; play < shown; play++) {
            int user = draws.below(audience.size());
            shownMatch += model.match(
                            user,
                            exposure.draw(
                                    user,
                                    LogDays.OF_KUAIREC.logged(draws.below(LogDays.OF_KUAIREC.loggedCount())),
                                    draws))
                    / shown;
            randomMatch += model.match(user, draws.below(catalogue.size())) / shown;
        }

        assertEquals(0, randomMatch, 0.05);
        assertTrue(shownMatch > 0.3, "mean match of what is shown " + shownMatch);
    }

    private static double correlation(double[] x, double[] y) {
        double meanX =
                IntStream.range(0, x.length).mapToDouble(at -> x[at]).average().orElseThrow();
        double meanY =
                IntStream.range(0, y.length).mapToDouble(at -> y[at]).average().orElseThrow();
        double product = 0;
        double squareX = 0;
        double squareY = 0;
        for (int at = 0; at < x.length; at++) {
            product += (x[at] - meanX) * (y[at] - meanY);
            squareX += (x[at] - meanX) * (x[at] - meanX);
            squareY += (y[at] - meanY) * (y[at] - meanY);
        }
        return product / Math.sqrt(squareX * squareY);
    }
}
