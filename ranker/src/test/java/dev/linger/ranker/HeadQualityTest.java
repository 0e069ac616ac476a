package dev.linger.ranker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HeadQualityTest {
    @Test
    void the_auc_is_the_share_of_pairs_in_order() {
        SplittableRandom random = new SplittableRandom(2);
        double[] scores = random.ints(60, 0, 9).asDoubleStream().toArray();
        float[] labels = new float[60];
        for (int row = 0; row < 60; row++) {
            labels[row] = random.nextInt(3) == 0 ? 1 : 0;
        }
        double inOrder = 0;
        int pairs = 0;
        for (int one = 0; one < 60; one++) {
            for (int other = 0; other < 60; other++) {
                if (labels[one] > labels[other]) {
                    pairs++;
                    inOrder += scores[one] > scores[other] ? 1 : scores[one] == scores[other] ? .5 : 0;
                }
            }
        }
        assertEquals(inOrder / pairs, HeadQuality.auc(scores, labels), 1e-12);
        assertTrue(Double.isNaN(HeadQuality.auc(scores, new float[60])));
    }
}
