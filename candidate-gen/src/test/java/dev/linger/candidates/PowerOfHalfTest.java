package dev.linger.candidates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PowerOfHalfTest {
    @Test
    void whole_powers_are_exact() {
        assertEquals(1, PowerOfHalf.of(0));
        assertEquals(0.5, PowerOfHalf.of(1));
        assertEquals(1 / 1024.0, PowerOfHalf.of(10));
        assertEquals(8, PowerOfHalf.of(-3));
    }

    @Test
    void is_the_strict_power_of_a_half_to_the_last_bit() {
        SplittableRandom random = new SplittableRandom(1);
        DoubleStream wide = random.doubles(300_000, -1100, 1100);
        DoubleStream ages = random.doubles(300_000, 0, 70);
        DoubleStream small = random.doubles(100_000, -60, 3).map(power -> StrictMath.pow(2, power));
        DoubleStream halves = random.ints(100_000, -2000, 2000).mapToDouble(number -> number / 2.0);
        DoubleStream besideHalves = random.ints(100_000, -2000, 2000)
                .mapToDouble(number -> number / 2.0 + StrictMath.scalb(random.nextDouble() - 0.5, -random.nextInt(60)));
        DoubleStream days = random.ints(100_000, 0, 70).mapToDouble(day -> day / (1 + random.nextInt(30) / 4.0));
        DoubleStream edges = DoubleStream.of(
                0.0,
                -0.0,
                0.5,
                -0.5,
                0.5 + 0x1p-21,
                Math.nextDown(0.5 + 0x1p-21),
                Math.nextUp(0.5),
                Math.nextDown(0.5),
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                1000,
                Math.nextDown(1000.0));

        for (DoubleStream some : new DoubleStream[] {wide, ages, small, halves, besideHalves, days, edges}) {
            some.forEach(x -> assertEquals(
                    Double.doubleToLongBits(StrictMath.pow(0.5, x)),
                    Double.doubleToLongBits(PowerOfHalf.of(x)),
                    () -> "0.5^" + x));
        }
    }
}
