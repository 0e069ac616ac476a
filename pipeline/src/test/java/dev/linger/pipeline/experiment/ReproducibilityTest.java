package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two runs of the same configuration, data and seed that differ in threads, language and time zone. */
final class ReproducibilityTest {
    private static final FinishedRun ONE_THREAD = FinishedRun.ofTopics();
    private static FinishedRun twoThreads;

    @BeforeAll
    static void runElsewhere() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            twoThreads = FinishedRun.of(SyntheticFolder.topics(), 2, FinishedRun.SMALL);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void tables_lists_models_and_config_are_the_same_bytes() throws IOException {
        Map<String, Path> files = ONE_THREAD.files();
        assertEquals(files.keySet(), twoThreads.files().keySet());
        for (List<String> expected : List.of(FinishedRun.MODELS, FinishedRun.LISTS, List.of("config.json"))) {
            assertTrue(
                    files.keySet().containsAll(expected), () -> files.keySet().toString());
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (!FinishedRun.RECORDS.contains(file.getKey())) {
                Path other = twoThreads.files().get(file.getKey());
                assertEquals(-1, Files.mismatch(file.getValue(), other), file.getKey());
            }
        }
    }

    @Test
    void the_log_differs_in_times_and_places_alone() {
        assertEquals(withoutTimes(ONE_THREAD), withoutTimes(twoThreads));
    }

    private static String withoutTimes(FinishedRun run) {
        return run.text("run.log")
                .replace(run.folder().toString(), "FOLDER")
                .replace(String.valueOf(run.folder().getParent()), "OUT")
                .replaceAll("(?m)^(estimate|needed) .*", "$1")
                .replaceAll("(?m)^([a-z]+) +[0-9.]+ s", "$1");
    }
}
