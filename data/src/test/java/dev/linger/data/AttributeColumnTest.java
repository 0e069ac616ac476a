package dev.linger.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttributeColumnTest {
    @Test
    void a_level_is_found_by_its_text_and_any_other_has_the_code_of_a_missing_cell() {
        var column = new AttributeColumn.Category("who", new int[] {2, -1, 0}, List.of("Ann", "bob", "carl"));
        assertEquals(0, column.codeOf("Ann"));
        assertEquals(2, column.codeOf("carl"));
        for (String none : List.of("", "Bob", "ann", "zoe")) {
            assertEquals(-1, column.codeOf(none), none);
        }
    }

    @Test
    void levels_that_do_not_ascend_are_refused() {
        for (List<String> levels : List.of(List.of("b", "a"), List.of("a", "a"))) {
            assertThrows(
                    IllegalArgumentException.class, () -> new AttributeColumn.Category("who", new int[] {0}, levels));
        }
    }
}
