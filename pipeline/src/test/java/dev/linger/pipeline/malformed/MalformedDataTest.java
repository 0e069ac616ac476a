package dev.linger.pipeline.malformed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each variant of the seven files is refused with one message, or each of its lines is accounted for. */
final class MalformedDataTest {
    private static final int TIMES = Boolean.getBoolean("linger.slow") ? 10 : 1;

    private static final int WORKERS = 2;

    @TempDir
    private Path folder;

    @Test
    void bytes_of_a_file_that_are_changed_are_never_lost_unseen() throws IOException {
        check("data-bytes", ByteDamage.variants(3 * TIMES));
    }

    @Test
    void lines_of_a_file_that_are_changed_are_never_lost_unseen() throws IOException {
        check("data-lines", LineDamage.variants(2 * TIMES));
    }

    @Test
    void cells_that_say_something_else_are_never_changed_unseen() throws IOException {
        check("data-cells", CellDamage.variants(TIMES > 1));
    }

    @Test
    void packed_files_that_are_damaged_are_never_believed() throws IOException {
        check("data-gzip", GzipDamage.variants(2 * TIMES));
    }

    @Test
    void files_that_are_missing_empty_or_exchanged_are_named() throws IOException {
        check("data-folder", FolderDamage.variants());
    }

    /** Each worker reads its own copy of the sound files. */
    private void check(String part, List<DataVariant> variants) throws IOException {
        List<DataTrial> trials = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            trials.add(new DataTrial(Files.createTempDirectory(folder, "worker")));
        }
        Tally tally = new Tally();
        IntStream.range(0, WORKERS).parallel().forEach(worker -> {
            for (int at = worker; at < variants.size(); at += WORKERS) {
                DataVariant variant = variants.get(at);
                tally.run(
                        variant.kind(), variant.name(), () -> trials.get(worker).of(variant));
            }
        });
        tally.write(part);
        assertEquals(List.of(), tally.failures());
    }
}
