package dev.linger.data.csv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "3649, 3649", "-124, -124", "999999999999999999, 999999999999999999"})
    void a_whole_number_is_read_digit_by_digit(String text, long value) {
        assertEquals(value, CellText.whole(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-",
                "+1",
                "-0",
                "00",
                "007",
                "-07",
                " 1",
                "1 ",
                "1.0",
                "1e3",
                "0x1",
                "1000000000000000000",
                "\u0661"
            })
    void what_is_not_all_digits_is_bad(String text) {
        assertEquals(CellText.BAD, CellText.whole(text));
    }

    @Test
    void an_empty_cell_is_empty_not_bad() {
        assertEquals(CellText.EMPTY, CellText.whole(""));
        assertEquals(CellText.EMPTY, CellText.wholeOrZeroFraction(""));
        assertEquals(CellText.EMPTY, millis(""));
    }

    @ParameterizedTest
    @CsvSource({"20200705.0, 20200705", "20200705.000, 20200705", "1000, 1000", "0, 0", "0.0, 0", "100.0, 100"})
    void a_fraction_of_zeros_is_no_fraction(String text, long value) {
        assertEquals(value, CellText.wholeOrZeroFraction(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {".0", "1.", "1.5", "1.50", "1.0.0", "-.0"})
    void any_other_fraction_is_bad(String text) {
        assertEquals(CellText.BAD, CellText.wholeOrZeroFraction(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1593878903.438, 1593878903438",
        "1593878903, 1593878903000",
        "1593878903.4, 1593878903400",
        "1593878903.04, 1593878903040",
        "1593878903.4384999, 1593878903438",
        "1593878903.4385, 1593878903439",
        "1593878903.4379999, 1593878903438",
        "1593878903.9996, 1593878904000",
        "-1.5, -1500"
    })
    void seconds_are_read_to_the_millisecond(String text, long value) {
        assertEquals(value, millis(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.593878903438E9", "1593878903.", ".5", "1,5", "1.2.3", "-", "noon", "99999999999999999"})
    void a_time_that_is_no_plain_decimal_is_bad(String text) {
        assertEquals(CellText.BAD, millis(text));
    }

    @Test
    void seconds_agree_with_exact_decimal_arithmetic() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 2000; trial++) {
            String text = random.nextLong(4_000_000_000L) + "." + random.nextLong(1_000_000);
            long exact = new BigDecimal(text)
                    .movePointRight(3)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            assertEquals(exact, millis(text), text);
        }
    }

    @Test
    void a_number_is_the_nearest_double() {
        SplittableRandom random = new SplittableRandom(12);
        for (int trial = 0; trial < 2000; trial++) {
            String text = Double.toString(random.nextDouble() * Math.pow(10, random.nextInt(-8, 9)));
            assertEquals(Double.parseDouble(text), CellText.number(text), text);
        }
        assertEquals(0.006140001545402131, CellText.number("0.006140001545402131"));
        assertEquals(5e-5, CellText.number("5e-05"));
        assertEquals(-124, CellText.number("-124"));
        assertEquals(-0.5, CellText.number("-0.5"));
        assertEquals(0, CellText.number("0.000"));
        assertEquals(1e16, CellText.number("1e+16"));
        assertEquals(1e30, CellText.number("1000000000000000000000000000000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "+5",
                "1.",
                ".5",
                "-.5",
                "007",
                "00.5",
                "-0",
                "-0.0",
                "1e",
                "1e+",
                "e5",
                "1.e5",
                "1-",
                "NaN",
                "Infinity",
                "inf",
                "1d",
                "0x1p3",
                "1_000",
                "1,5",
                "1.2.3",
                " 1"
            })
    void what_java_would_take_but_no_csv_means_is_no_number(String text) {
        assertTrue(Double.isNaN(CellText.number(text)), text);
    }

    /** The slow twin: what the pattern takes, parsed by the library. */
    @Test
    void a_text_is_a_number_as_the_pattern_says() {
        SplittableRandom random = new SplittableRandom(13);
        String letters = "001259.eE+- x";
        int numbers = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            StringBuilder text = new StringBuilder();
            for (int at = random.nextInt(9); at > 0; at--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            boolean number = text.toString().matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
            double value = number ? Double.parseDouble(text.toString()) : Double.NaN;
            double expected = value == 0 && text.charAt(0) == '-' ? Double.NaN : value;
            assertEquals(expected, CellText.number(text.toString()), text.toString());
            numbers += number ? 1 : 0;
        }
        assertTrue(numbers > 1000, numbers + " numbers");
    }

    @ParameterizedTest
    @CsvSource({"7.0, 7", "-124.00, -124", "0.0, 0", "12345678901234567890.0, 12345678901234567890", "7, 7", "7.5, 7.5"
    })
    void a_fraction_of_zeros_is_taken_off_a_whole_number(String text, String without) {
        assertEquals(without, CellText.withoutZeroFraction(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".0", "7.", "007.0", "-0.0", "a.0", "1.0.0", "v2.0"})
    void no_other_text_loses_anything(String text) {
        assertEquals(text, CellText.withoutZeroFraction(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20200705", "20200705.0", "2020-07-05"})
    void a_day_is_read_in_each_of_its_forms(String text) {
        assertEquals(LocalDate.of(2020, 7, 5).toEpochDay(), CellText.day(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20200732", "20201301", "2020-7-5", "5.7.2020", "2020/07/05", "20200705.5", "0"})
    void what_is_no_day_is_bad(String text) {
        assertEquals(CellText.BAD_DAY, CellText.day(text));
    }

    @Test
    void a_list_is_sorted_and_without_repeats() {
        assertArrayEquals(new long[] {9, 27}, CellText.list("[27, 9]"));
        assertArrayEquals(new long[] {3}, CellText.list("[3,3, 3 ]"));
        assertArrayEquals(new long[0], CellText.list("[ ]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "]", "8", "[8", "[8,]", "[,]", "[a]", "[-1]", "[07]", "[-0]", "[NaN]", "[8 9]"})
    void what_is_no_list_is_null(String text) {
        assertNull(CellText.list(text));
    }

    private static long millis(String text) {
        return CellText.secondsToMillis(text.toCharArray(), 0, text.length());
    }
}
