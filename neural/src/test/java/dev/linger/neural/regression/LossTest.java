package dev.linger.neural.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LossTest {
    @ParameterizedTest
    @EnumSource
    void slopes_are_those_of_small_changes(Loss loss) {
        float step = 1e-3f;
        for (float t : new float[] {0, 1}) {
            for (float p = -3.05f; p < 3; p += 0.1f) {
                double difference = (loss.of(p + step, t) - loss.of(p - step, t)) / (2 * step);
                assertEquals(difference, loss.slope(p, t), 2e-3, loss + " of " + p + " for " + t);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"L1,3,1,2", "MSE,3,1,4", "HUBER,3,1,1.5", "HUBER,1.5,1,0.125", "LOG_LOSS,0,1,0.6931471805599453"})
    void losses_by_hand(Loss loss, float p, float t, double expected) {
        assertEquals(expected, loss.of(p, t), 1e-12);
    }
}
