package dev.linger.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PowerLawTest {
    @Test
    void costThatGrowsInProportionHasExponentOne() {
        assertEquals(1, PowerLaw.exponent(new double[] {1, 2, 8}, new double[] {3, 6, 24}), 1e-12);
    }

    @Test
    void costThatGrowsWithTheSquareHasExponentTwo() {
        assertEquals(2, PowerLaw.exponent(new double[] {1, 2, 3}, new double[] {5, 20, 45}), 1e-12);
    }

    @Test
    void theLineIsTheOneOfLeastSquares() {
        // log2 of sizes 0, 1, 2 and of costs 0, 2, 2: means 1 and 4/3; slope (1 * 4/3 + 0 + 1 * 2/3) / 2 = 1
        assertEquals(1, PowerLaw.exponent(new double[] {1, 2, 4}, new double[] {1, 4, 4}), 1e-12);
    }

    @Test
    void costsTooSmallToBeMeasuredAreLeftOut() {
        assertEquals(1, PowerLaw.exponent(new double[] {1, 2, 4}, new double[] {0, 1, 2}), 1e-12);
        assertEquals(1, PowerLaw.exponent(new double[] {1, 2, 4}, new double[] {Double.NaN, 1, 2}), 1e-12);
    }

    @Test
    void oneSizeHasNoExponent() {
        assertEquals(Double.NaN, PowerLaw.exponent(new double[] {2}, new double[] {3}));
        assertEquals(Double.NaN, PowerLaw.exponent(new double[] {2, 2}, new double[] {3, 4}));
    }
}
