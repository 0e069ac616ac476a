package dev.linger.pipeline.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StudentTTest {
    @Test
    void it_is_that_of_tables() {
        assertEquals(12.706, StudentT.of95(1));
        assertEquals(4.303, StudentT.of95(2));
        assertEquals(2.1009, StudentT.of95(18), 1e-3);
        assertEquals(2.0930, StudentT.of95(19), 1e-3);
        assertEquals(2.0423, StudentT.of95(30), 1e-3);
        assertEquals(1.9840, StudentT.of95(99), 1e-3);
        assertEquals(1.9600, StudentT.of95(1_000_000), 1e-4);
    }
}
