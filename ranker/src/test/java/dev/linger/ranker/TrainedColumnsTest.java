package dev.linger.ranker;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainedColumnsTest {
    private static final FeatureColumn AGE = FeatureColumn.numeric("age", "days", "not known");
    private static final FeatureColumn KIND = FeatureColumn.category("kind", "not said");
    private static final TrainedColumns COLUMNS = new TrainedColumns(List.of(AGE, KIND));

    @Test
    void rows_of_the_same_columns_are_taken() {
        assertDoesNotThrow(() -> COLUMNS.require(rows(AGE, FeatureColumn.category("kind", "not said"))));
    }

    @Test
    void rows_of_fewer_or_swapped_columns_are_refused() {
        assertEquals("rows have the columns [age] but the model has [age, kind]", messageOf(AGE));
        assertEquals("column 0 of the rows is " + KIND + " but that of the model is " + AGE, messageOf(KIND, AGE));
    }

    @Test
    void a_column_that_means_something_else_is_refused() {
        for (FeatureColumn other : List.of(
                FeatureColumn.numeric("age", "hours", "not known"),
                FeatureColumn.numeric("age", "days", "never"),
                FeatureColumn.category("age", "not known"),
                new FeatureColumn("age", "days", FeatureColumn.Kind.NUMERIC, "not known", false))) {
            assertEquals(
                    "column 0 of the rows is " + other + " but that of the model is " + AGE, messageOf(other, KIND));
        }
    }

    @Test
    void a_name_is_that_of_one_column() {
        assertEquals(
                "columns must have distinct names but are [age, age]",
                assertThrows(IllegalArgumentException.class, () -> new TrainedColumns(List.of(AGE, AGE)))
                        .getMessage());
    }

    private static String messageOf(FeatureColumn... columns) {
        return assertThrows(IllegalArgumentException.class, () -> COLUMNS.require(rows(columns)))
                .getMessage();
    }

    private static FeatureRows rows(FeatureColumn... columns) {
        return new FeatureRows(List.of(columns), new int[1], new int[1], new float[columns.length]);
    }
}
