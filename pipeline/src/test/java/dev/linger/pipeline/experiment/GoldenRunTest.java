package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The numbers of one run: topics of seed 1, the configuration of {@link FinishedRun#SMALL}, which no default moves. Whoever
 * changes what is computed finds here what it changed. Orders without trees are exact; trees may differ a little between
 * machines.
 *
 * <p>To pin again what the run gives now, tolerances kept:
 *
 * <pre>
 * mvn -pl pipeline -am test -Dtest=GoldenRunTest -Dsurefire.failIfNoSpecifiedTests=false -Dlinger.pin=true
 * git diff pipeline/src/test/resources/dev/linger/pipeline/experiment/golden.csv
 * </pre>
 */
final class GoldenRunTest {
    /** Rows of table, row, column, value and tolerance. */
    private static final Path PINNED = Path.of("src/test/resources/dev/linger/pipeline/experiment/golden.csv");

    @BeforeAll
    static void pinAnew() {
        if (!Boolean.getBoolean("linger.pin")) {
            return;
        }
        try {
            List<String> pinned = new ArrayList<>();
            for (String line : Files.readAllLines(PINNED)) {
                pinned.add(pinned.isEmpty() ? line : pinned(line.split(";", -1)));
            }
            Files.write(PINNED, pinned, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest(name = "{1}, {2} in {0}")
    @CsvFileSource(
            files = "src/test/resources/dev/linger/pipeline/experiment/golden.csv",
            delimiter = ';',
            numLinesToSkip = 1)
    void a_run_gives_the_numbers_it_gave(String table, String row, String column, double value, double tolerance) {
        assertEquals(value, FinishedRun.ofTopics().number(table, row, column), tolerance);
    }

    private static String pinned(String[] cells) {
        cells[3] = String.format(Locale.ROOT, "%.4f", FinishedRun.ofTopics().number(cells[0], cells[1], cells[2]));
        return String.join(";", cells);
    }
}
