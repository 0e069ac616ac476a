package dev.linger.data.csv;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", "nan", "NULL", "null", "Null", "None", "none", "NA", "na", "N/A", "<NA>", "NaT", "\\N"})
    void a_word_for_missing_is_known_in_upper_and_lower_case(String text) {
        assertTrue(MissingWords.contains(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "N", "nano", "nulls", " NaN", "UNKNOWN", "-124", "0", "Nora"})
    void no_other_text_is(String text) {
        assertFalse(MissingWords.contains(text));
    }
}
