package dev.linger.pipeline.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserValuesTest {
    private static final UserValues VALUES = new UserValues(
            "end-to-end",
            Ids.column("7", "1234567890123"),
            List.of("als NDCG@10", "linear + 2.0 stage-one NDCG@10"),
            new double[][] {{1.0 / 3, 0}, {0.1 + 0.2, 1e-300}});

    @TempDir
    private Path folder;

    @Test
    void a_line_holds_one_user_at_full_precision() throws IOException {
        assertEquals(
                """
                user_id,als NDCG@10,linear + 2.0 stage-one NDCG@10
                7,0.3333333333333333,0.30000000000000004
                1234567890123,0.0,1.0E-300
                """,
                text(VALUES));
    }

    @Test
    void reading_gives_the_same_bits() throws IOException {
        Path file = Files.writeString(folder.resolve("values.csv"), text(VALUES));
        UserValues read = UserValues.read(file, "end-to-end");
        assertTrue(VALUES.users().isSame(read.users()));
        assertEquals(VALUES.columns(), read.columns());
        for (String column : VALUES.columns()) {
            assertArrayEquals(VALUES.column(column), read.column(column), column);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            user,a;1,0.5            | , line 1: must start with user_id
            user_id,a;1,0.5;2       | , line 3: has 1 fields, not 2
            user_id,a;1,0.5;2,1,3   | , line 3: has 3 fields, not 2
            user_id,a;,0.5          | , line 2: an id must not be empty
            user_id,a;1,half        | , line 2: no number (For input string: "half")
            """)
    void a_damaged_file_is_told_with_its_line(String lines, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("values.csv"), lines.replace(";", "\n"));
        assertEquals(
                file + message,
                assertThrows(InputException.class, () -> UserValues.read(file, "values"))
                        .getMessage());
    }

    @Test
    void a_file_that_is_not_there_or_empty_is_an_error() throws IOException {
        Path file = folder.resolve("values.csv");
        assertThrows(InputException.class, () -> UserValues.read(file, "values"));
        Files.createFile(file);
        assertThrows(InputException.class, () -> UserValues.read(file, "values"));
    }

    @Test
    void columns_that_do_not_fit_are_refused() {
        double[][] one = {{0.5}};
        IdColumn users = Ids.column("1");
        assertThrows(
                IllegalArgumentException.class, () -> new UserValues("v", Ids.column("1", "2"), List.of("a"), one));
        assertThrows(IllegalArgumentException.class, () -> new UserValues("v", users, List.of("a", "b"), one));
        assertThrows(IllegalArgumentException.class, () -> new UserValues("v", users, List.of("a,b"), one));
        assertThrows(IllegalArgumentException.class, () -> VALUES.column("als Recall@50"));
    }

    private static String text(UserValues values) throws IOException {
        StringWriter text = new StringWriter();
        values.writeTo(text);
        return text.toString();
    }
}
