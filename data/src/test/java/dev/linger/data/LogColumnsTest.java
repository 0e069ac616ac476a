package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class LogColumnsTest {
    @Test
    void a_row_more_than_a_log_can_have_is_refused_with_the_number() {
        assertDoesNotThrow(() -> LogColumns.requireRoom(InteractionLog.MOST_ROWS - 1));
        InputException mistake =
                assertThrows(InputException.class, () -> LogColumns.requireRoom(InteractionLog.MOST_ROWS));
        assertTrue(String.valueOf(mistake.getMessage()).contains("more than 536,870,911 plays"), mistake::getMessage);
    }

    /** {@link EarlierRows} have four slots for the highest power of two of the rows. */
    @Test
    void a_table_over_the_longest_log_is_an_array() {
        assertTrue(Integer.highestOneBit(InteractionLog.MOST_ROWS) * 4L <= 1 << 30);
    }
}
