package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.cli.Linger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run prints. */
final class OneScreenTest {
    @Test
    void a_run_fits_on_a_screen_of_80_columns_and_40_lines() {
        String printed = printed("--out=" + SyntheticFolder.newFolder("screen"));
        List<String> lines = printed.lines().toList();
        assertTrue(lines.size() <= 40, printed);
        for (String line : lines) {
            // A path that is longer than a line is not broken: it is to be copied.
            assertTrue(line.length() <= 80 || line.strip().matches("(.* )?/\\S+"), line);
        }
        for (String part : List.of(
                "300 users and 400 videos",
                "NDCG@10    Recall@50",
                "> blend: what users get",
                "less stage one: NDCG@10",
                "relevant videos",
                "Strongest columns of",
                "report.html")) {
            assertTrue(printed.contains(part), part + " in " + printed);
        }
    }

    @Test
    void with_verbose_every_table_is_printed() {
        String printed = printed("--verbose", "--out=" + SyntheticFolder.newFolder("verbose"));
        assertTrue(printed.contains("\nStages: end-to-end, ratio > 1.0\n"), printed);
        assertTrue(printed.contains("\nCutoffs: exposed, debiased p80\n"), printed);
    }

    private static String printed(String... more) {
        PrintStream console = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            List<String> arguments = new ArrayList<>(
                    List.of("run", "--data=" + SyntheticFolder.topics(), "--config=" + FinishedRun.SMALL));
            arguments.addAll(List.of(more));
            assertEquals(0, Linger.commandLine(Experiment::run).execute(arguments.toArray(String[]::new)));
        } finally {
            System.setOut(console);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
