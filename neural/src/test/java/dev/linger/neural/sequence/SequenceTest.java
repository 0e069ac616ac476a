package dev.linger.neural.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Plays;
import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.SourceContract;
import dev.linger.candidates.Tables;
import dev.linger.candidates.WithheldPairs;
import dev.linger.candidates.als.Weighting;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.duration.WatchRules;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SequenceTest extends SourceContract {
    @Override
    protected SourceConfig config() {
        return model(2, 5);
    }

    private static SequenceConfig model(int epochs, int historyLength) {
        return new SequenceConfig(
                8,
                16,
                8,
                1,
                2,
                0.1,
                0.1,
                0.5,
                new Weighting.WatchRatio(0, 2),
                1e9,
                historyLength,
                epochs,
                64,
                0.01,
                2,
                false);
    }

    @Override
    protected String expectedName() {
        return "sequence";
    }

    @Test
    void what_follows_what_is_learned() {
        // After video v comes v + 1 of ten: a mean of the videos watched could not tell which.
        Plays plays = new Plays();
        SplittableRandom random = new Seed(2).stream("plays");
        int[] next = new int[40];
        for (int play = 0; play < 800; play++) {
            int user = random.nextInt(40);
            plays.add(user, next[user], 2);
            next[user] = (next[user] + 1) % 10;
        }
        InteractionLog log = plays.log();
        ItemScorer scorer = model(30, 7)
                .fit(new FitContext(
                        log,
                        WithheldPairs.none(40, 10),
                        log.timestampMillis(log.size() - 1) + 1,
                        Tables.of(40, 10),
                        WatchRules.DEFAULTS,
                        new Seed(4),
                        Workers.ofCaller(),
                        Progress.SILENT));
        double[] scores = new double[10];
        int right = 0;
        for (int user = 0; user < 40; user++) {
            scorer.score(user, scores);
            int best = 0;
            for (int item = 1; item < 10; item++) {
                best = scores[item] > scores[best] ? item : best;
            }
            right += best == next[user] ? 1 : 0;
        }
        assertTrue(right >= 36, right + " of 40");
        assertEquals(30, scorer.lossTrace().length);
    }
}
