package dev.linger.neural.tower;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.Embeddings;
import dev.linger.candidates.FitContext;
import dev.linger.candidates.FitMemo;
import dev.linger.candidates.FolderCheckpoints;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Plays;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.SourceContract;
import dev.linger.candidates.Tables;
import dev.linger.candidates.WithheldPairs;
import dev.linger.candidates.als.Weighting;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.store.Checkpoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwoTowerTest extends SourceContract {
    /** Liked plays are drawn alike. */
    private static final Weighting ALIKE = new Weighting.WatchRatio(0, 2);

    @Override
    protected SourceConfig config() {
        return towers(2, 0.01);
    }

    private static TwoTowerConfig towers(int epochs, double learningRate) {
        return new TwoTowerConfig(8, 16, 8, 0.1, 0.1, 0.5, ALIKE, 1e9, 20, epochs, 64, learningRate, 2, true);
    }

    @Override
    protected String expectedName() {
        return "two-tower";
    }

    /** 600 plays by users of two tastes, each by chance one of the ten videos of the taste. */
    private static final InteractionLog TWO_TASTES = twoTastes();

    private static InteractionLog twoTastes() {
        Plays plays = new Plays();
        SplittableRandom random = new Seed(2).stream("plays");
        for (int play = 0; play < 600; play++) {
            int user = random.nextInt(60);
            plays.add(user, user % 2 * 10 + random.nextInt(10), 2);
        }
        return plays.log();
    }

    @Test
    void the_deviation_is_that_of_the_cosines_of_the_members() {
        ItemScorer scorer = towers(2, 0.01).fit(context(TWO_TASTES));
        Embeddings vectors = scorer.embeddings().orElseThrow();
        assertEquals(2 * 8, vectors.width());
        double[] user = new double[16];
        double[] item = new double[16];
        double[] scores = new double[20];
        scorer.score(5, scores);
        assertTrue(vectors.user(5, user, 0));
        float[] cells = new float[20];
        scorer.signals(5, IntStream.range(0, 20).toArray(), cells, 0, 1);
        for (int at = 0; at < 20; at++) {
            assertTrue(vectors.item(at, item, 0));
            double first = 0;
            double second = 0;
            for (int x = 0; x < 8; x++) {
                first += user[x] * item[x];
                second += user[8 + x] * item[8 + x];
            }
            assertEquals(scores[at], first + second, 1e-6);
            // of two numbers: their distance over the root of 2
            assertEquals(Math.abs(first - second) / Math.sqrt(2), cells[at], 1e-6);
        }
    }

    @Test
    void users_are_near_the_videos_of_their_taste() {
        ItemScorer scorer = towers(60, 0.01).fit(context(TWO_TASTES));
        double[] scores = new double[20];
        for (int user = 0; user < 60; user++) {
            scorer.score(user, scores);
            int taste = user % 2;
            double own =
                    Arrays.stream(scores, taste * 10, taste * 10 + 10).average().orElseThrow();
            double other = Arrays.stream(scores, 10 - taste * 10, 20 - taste * 10)
                    .average()
                    .orElseThrow();
            assertTrue(own > other + 0.3, "user " + user + ": " + own + " and " + other);
        }
    }

    @Test
    void videos_of_one_taste_are_like_each_other() {
        ItemScorer scorer = towers(60, 0.01).fit(context(TWO_TASTES));
        int[] like = scorer.similarity().orElseThrow().to(3, 9).items();
        assertEquals(9, Arrays.stream(like).filter(item -> item < 10).count());
    }

    @Test
    void the_loss_falls_from_epoch_to_epoch() {
        double[] losses = towers(20, 0.01).fit(context(TWO_TASTES)).lossTrace();
        assertEquals(20, losses.length);
        assertTrue(losses[19] < losses[0] - 0.3, Arrays.toString(losses));
    }

    @Test
    void a_log_without_a_liked_play_trains_nothing_and_scores_everything() {
        InteractionLog log = new Plays().add(0, 0, 0.1).add(1, 1, 0.2).log();
        double[] scores = new double[20];
        towers(2, 0.01).fit(context(log)).score(0, scores);
        assertTrue(Double.isFinite(scores[0]) && Double.isFinite(scores[1]));
        assertEquals(Double.NEGATIVE_INFINITY, scores[2]);
    }

    @Test
    void a_training_that_leaves_all_numbers_is_told_with_epoch_and_step() {
        FitContext context = context(TWO_TASTES);
        InputException told =
                assertThrows(InputException.class, () -> towers(50, 1e30).fit(context));
        assertTrue(told.getMessage().contains("learningRate 1.0E30"), told.getMessage());
        assertTrue(told.getMessage().contains("in epoch "), told.getMessage());
    }

    @Test
    void a_killed_training_goes_on_from_its_last_epoch_to_the_same_bits(@TempDir Path folder) {
        float[] expected = scores(towers(3, 0.01).fit(context(TWO_TASTES)));
        FolderCheckpoints checkpoints = new FolderCheckpoints(folder);
        checkpoints.kill(true);
        for (int epoch = 1; epoch < 6; epoch++) {
            FitContext killed = context(TWO_TASTES, checkpoints);
            assertThrows(FolderCheckpoints.Killed.class, () -> towers(3, 0.01).fit(killed));
        }
        List<String> texts = new ArrayList<>();
        checkpoints.texts().forEach(texts::add);
        assertTrue(texts.get(texts.size() - 1).endsWith("member 1 after epoch 2"), texts.toString());
        checkpoints.kill(false);
        ItemScorer fitted = towers(3, 0.01).fit(context(TWO_TASTES, checkpoints));
        assertArrayEquals(expected, scores(fitted));
        assertArrayEquals(towers(3, 0.01).fit(context(TWO_TASTES)).lossTrace(), fitted.lossTrace());
        assertFalse(checkpoints.texts().iterator().hasNext(), "nothing is left of a training that is whole");
    }

    @Test
    void a_training_that_leaves_all_numbers_keeps_its_last_good_epoch(@TempDir Path folder) {
        FolderCheckpoints checkpoints = new FolderCheckpoints(folder);
        FitContext context = context(TWO_TASTES, checkpoints);
        String told = assertThrows(InputException.class, () -> towers(50, 4e11).fit(context))
                .getMessage();
        Matcher epoch = Pattern.compile(
                        "in epoch (\\d+) .* What was learned by epoch (\\d+) is kept: with epochs \\2 it is")
                .matcher(told);
        assertTrue(epoch.find(), told);
        assertEquals(Integer.parseInt(epoch.group(1)) - 1, Integer.parseInt(epoch.group(2)));
        assertTrue(checkpoints.texts().iterator().next().endsWith("member 0 after epoch " + epoch.group(2)));
    }

    private static float[] scores(ItemScorer scorer) {
        float[] all = new float[60 * 20];
        double[] scores = new double[20];
        for (int user = 0; user < 60; user++) {
            scorer.score(user, scores);
            for (int item = 0; item < 20; item++) {
                all[user * 20 + item] = (float) scores[item];
            }
        }
        return all;
    }

    private static FitContext context(InteractionLog log) {
        return context(log, Checkpoints.NONE);
    }

    private static FitContext context(InteractionLog log, Checkpoints checkpoints) {
        return new FitContext(
                log,
                WithheldPairs.none(60, 20),
                log.timestampMillis(log.size() - 1) + 1,
                Tables.of(60, 20),
                WatchRules.DEFAULTS,
                new Seed(4),
                Workers.ofCaller(),
                Progress.SILENT,
                new FitMemo(),
                checkpoints);
    }
}
