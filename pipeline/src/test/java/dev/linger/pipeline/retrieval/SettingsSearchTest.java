package dev.linger.pipeline.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.FitMemo;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.InteractionLog;
import dev.linger.data.SideTables;
import dev.linger.data.WatchMatrix;
import dev.linger.data.Workers;
import dev.linger.data.config.Alternatives;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.split.TimeSplit;
import dev.linger.data.store.ModelReader;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.Purpose;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SettingsSearchTest {
    private static final int USERS = 4;
    private static final int ITEMS = 6;

    /** A source whose order of the videos is its setting: the favourite comes first, the others by number. */
    private record Favourite(int item, double effort) implements SourceConfig {
        @Override
        public ItemScorer fit(FitContext context) {
            double[] scores = IntStream.range(0, ITEMS)
                    .mapToDouble(other -> other == item ? 1 : -other)
                    .toArray();
            double[][] ofUsers = new double[USERS][];
            Arrays.fill(ofUsers, scores);
            return new Scene.TableScorer("favourite", ofUsers);
        }

        @Override
        public SourceConfig withEffort(double share) {
            return new Favourite(item, share);
        }

        @Override
        public ItemScorer read(ModelReader from, SideTables tables) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void few_settings_are_all_fitted_in_full_and_the_first_of_the_best_is_chosen() {
        SettingsSearch search = search(Purpose.END_TO_END, null, 5, 3, 3);
        assertEquals(new Favourite(3, 1), search.chosen().get(0).config());
        assertEquals(List.of(1.0, 1.0, 1.0), efforts(search));
        assertEquals(3, search.trials().size());
        assertEquals(List.of(), search.notices());
    }

    @Test
    void of_many_the_best_ninth_or_three_are_fitted_in_full() {
        int[] favourites = {5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 3};
        SettingsSearch search = search(Purpose.END_TO_END, null, favourites);
        assertEquals(new Favourite(3, 1), search.chosen().get(0).config());
        double[] expected = DoubleStream.concat(
                        DoubleStream.generate(() -> 1 / 3.0).limit(12),
                        DoubleStream.generate(() -> 1).limit(3))
                .toArray();
        assertEquals(DoubleStream.of(expected).boxed().toList(), efforts(search));
    }

    @Test
    void a_system_for_preference_is_chosen_by_the_order_of_what_was_shown() {
        // On the validation day everybody likes video 3 of what they are shown; video 4 is watched by most, and not to
        // its end.
        assertEquals(
                new Favourite(3, 1),
                search(Purpose.PREFERENCE, null, 4, 3).chosen().get(0).config());
    }

    @Test
    void or_by_every_second_user_of_a_matrix() {
        // Users 0 and 2 like video 4, users 1 and 3 like 5.
        int[] user = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3};
        int[] item = {3, 4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 5};
        int[] duration = new int[12];
        Arrays.fill(duration, 10_000);
        double[] ratio = {0, 2, 0, 0, 0, 2, 0, 2, 0, 0, 0, 2};
        WatchMatrix matrix = new WatchMatrix(user, item, duration, ratio);
        SettingsSearch search = search(Purpose.PREFERENCE, matrix, 3, 5, 4);
        assertEquals(new Favourite(4, 1), search.chosen().get(0).config());
        assertEquals(
                "all videos of the small matrix, for 2 of its users, every second one; the others are measured",
                search.chosenBy());
        Holdout holdout = holdout(log(), Purpose.PREFERENCE, matrix);
        assertFalse(holdout.preference().mayMeasure(2));
        assertTrue(holdout.preference().mayMeasure(3));
        assertTrue(holdout(log(), Purpose.END_TO_END, matrix).preference().mayMeasure(2));
    }

    @Test
    void settings_that_nothing_tells_apart_are_noticed() {
        assertEquals(
                List.of(
                        "the settings of favourites are equally good at what they are chosen by, so the first is taken"),
                search(Purpose.END_TO_END, null, 5, 5).notices());
    }

    private static List<Double> efforts(SettingsSearch search) {
        return search.trials().stream().map(SettingsSearch.Trial::effort).toList();
    }

    private static InteractionLog log() {
        Scene scene = new Scene();
        for (int item = 0; item < ITEMS; item++) {
            scene.play(0, item, 2, 0, item);
        }
        for (int user = 1; user < USERS; user++) {
            scene.play(user, 3, 2, 1, user).play(user, 4, 0.5, 1, user).play(user, 5, 0.4, 1, user);
        }
        return scene.play(0, 3, 2, 2, 1).log();
    }

    private static Holdout holdout(InteractionLog log, Purpose purpose, @Nullable WatchMatrix matrix) {
        return Holdout.of(
                        new TimeSplit(log, ITEMS - 1, ITEMS, ITEMS + 9),
                        List.of(new RelevanceRule.RatioAbove(1, false)),
                        0.1,
                        1,
                        Workers.ofCaller())
                .with(purpose, matrix);
    }

    private static SettingsSearch search(Purpose purpose, @Nullable WatchMatrix matrix, int... favourites) {
        InteractionLog log = log();
        List<SourceConfig> settings = IntStream.of(favourites)
                .mapToObj(item -> (SourceConfig) new Favourite(item, 1))
                .toList();
        CandidatesConfig candidates = new CandidatesConfig(
                10,
                List.of(new Alternatives<>(Optional.of("favourites"), settings)),
                List.of(),
                Scene.POPULARITY,
                List.of(),
                true,
                0);
        RetrieverTrainer trainer = new RetrieverTrainer(
                Scene.dataset(USERS, ITEMS, log, matrix), candidates, WatchRules.DEFAULTS, Scene.TWO_THREADS);
        return SettingsSearch.of(trainer, holdout(log, purpose, matrix), new FitMemo());
    }
}
