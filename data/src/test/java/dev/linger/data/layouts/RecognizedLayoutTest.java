package dev.linger.data.layouts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecognizedLayoutTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "item_daily_features.csv.gz, kuairec",
        "user_features.csv, kuairec",
        "log_standard_4_08_to_4_21_27k_part1.csv, kuairand",
        "user_features_pure.csv, kuairand",
        "log_random_4_22_to_5_08_pure.csv.gz, kuairand",
        "plays.csv, plays",
        "export.TSV.gz, plays"
    })
    void one_file_is_enough_to_tell_it(String name, String type) throws IOException {
        write(name);
        assertEquals(type, RecognizedLayout.of(folder));
        assertEquals(Optional.of(type).filter(it -> !it.equals("kuairec")), RecognizedLayout.unlikeDefault(folder));
    }

    @Test
    void a_file_of_users_without_a_version_of_kuairand_says_nothing() throws IOException {
        write("big_matrix.csv");
        write("user_features_raw.csv");
        assertEquals("kuairec", RecognizedLayout.of(folder));
    }

    @Test
    void a_hidden_copy_is_no_second_table() throws IOException {
        write("plays.csv");
        write("._plays.csv");
        assertEquals("plays", RecognizedLayout.of(folder));
    }

    @Test
    void a_file_is_a_table_of_plays() throws IOException {
        assertEquals("plays", RecognizedLayout.of(write("big_matrix.csv")));
    }

    @Test
    void a_folder_of_no_layout_is_told_with_what_was_looked_for_and_what_is_there() throws IOException {
        write("README.md");
        Files.createDirectory(folder.resolve("data"));
        assertEquals(
                folder + " holds the files of no layout that is known: no big_matrix.csv, item_categories.csv, ... of"
                        + " KuaiRec, no log_standard_*.csv, ... of KuaiRand, no table of plays (.csv, .tsv, .txt, each maybe"
                        + " with .gz, or .parquet). Its files are README.md. There is a folder "
                        + folder.resolve("data")
                        + ": is it the one?",
                message());
    }

    @Test
    void several_tables_and_two_layouts_are_not_chosen_among() throws IOException {
        write("b.csv");
        write("a.tsv");
        assertEquals(
                folder
                        + " holds 2 tables, and none has a name of KuaiRec's or KuaiRand's: a.tsv, b.csv. Name the table of"
                        + " plays itself, such as --data " + folder.resolve("a.tsv") + ".",
                message());
        write("big_matrix.csv");
        write("log_standard_1k.csv");
        assertEquals(
                folder + " holds files of KuaiRec and of KuaiRand: a.tsv, b.csv, big_matrix.csv, log_standard_1k.csv."
                        + " Leave those of one, or say which with --set data.type=kuairec or --set data.type=kuairand.",
                message());
    }

    private String message() {
        return String.valueOf(assertThrows(InputException.class, () -> RecognizedLayout.of(folder))
                .getMessage());
    }

    private Path write(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "");
    }
}
