package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttributeColumnTest {
    @Test
    void a_level_is_found_by_its_text() {
        var column = new AttributeColumn.Category("who", new int[] {2, -1, 0}, List.of("Ann", "bob", "carl"));
        assertEquals(0, column.codeOf("Ann"));
        assertEquals(2, column.codeOf("carl"));
        assertTrue(column.codeOf("ann") < 0);
        assertTrue(column.codeOf("") < 0);
    }

    @Test
    void levels_that_do_not_ascend_are_refused() {
        for (List<String> levels : List.of(List.of("b", "a"), List.of("a", "a"))) {
            assertThrows(
                    IllegalArgumentException.class, () -> new AttributeColumn.Category("who", new int[] {0}, levels));
        }
    }
}
