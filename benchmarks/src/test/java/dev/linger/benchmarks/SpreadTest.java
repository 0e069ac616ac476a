package dev.linger.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SpreadTest {
    @Test
    void medianOfAnOddNumberIsTheMiddleOne() {
        Spread spread = new Spread(List.of(3.0, 1.0, 10.0));
        assertEquals(List.of(1.0, 3.0, 10.0), List.of(spread.min(), spread.median(), spread.max()));
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        assertEquals(2.5, new Spread(List.of(4.0, 1.0, 3.0, 2.0)).median());
    }

    @Test
    void thereMustBeARepeat() {
        assertThrows(IllegalArgumentException.class, () -> new Spread(List.of()));
    }
}
