package dev.linger.pipeline.malformed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.Seed;
import dev.linger.pipeline.experiment.FinishedRun;
import dev.linger.pipeline.malformed.StoredDamage.Variant;
import dev.linger.pipeline.malformed.Tally.Fault;
import dev.linger.pipeline.run.SealedFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run folder that was altered is refused by compare, which believes no number unchecked. */
final class MalformedRunTest {
    private static final int TIMES = Boolean.getBoolean("linger.slow") ? 10 : 1;
    private static final List<String> NUMBERS =
            List.of("99.0", "NaN", "-7", "1.0000001", "Infinity", "1e400", "", "x", "0x1p3", "-0.0", "1,0", "\u0661");

    private FolderCopy first;
    private FolderCopy second;
    private String sound;

    @BeforeEach
    void copy(@TempDir Path folder) throws IOException {
        Path run = FinishedRun.ofTopics().folder();
        first = new FolderCopy(run, folder.resolve("first"), MalformedRunTest::isRead);
        second = new FolderCopy(run, folder.resolve("second"), MalformedRunTest::isRead);
        StringWriter errors = new StringWriter();
        StringWriter out = new StringWriter();
        assertEquals(0, compare(out, errors), errors::toString);
        sound = out.toString();
    }

    private static boolean isRead(String path) {
        return !path.startsWith("model/") || path.equals("model/SHA256SUMS");
    }

    private int compare(StringWriter out, StringWriter errors) {
        return ConfigTrial.execute(
                out,
                errors,
                "compare",
                first.folder().toString(),
                second.folder().toString());
    }

    @Test
    void a_run_that_was_altered_is_refused() throws IOException {
        Tally tally = new Tally();
        List<String> paths = second.files().keySet().stream()
                .filter(path -> !path.equals("run.log"))
                .toList();
        List<Variant> variants = new ArrayList<>(
                StoredDamage.oneOf(TIMES == 1 ? 7 : 1, StoredDamage.variants("run", second, paths, TIMES)));
        for (String path : paths) {
            if (path.matches("manifest.json|run.json|SHA256SUMS|per-user/.*")) {
                variants.addAll(StoredDamage.lines("run", second, path, 12 * TIMES));
            }
            if (path.startsWith("per-user/")) {
                variants.addAll(numbers("run: a number that cannot be", path));
            }
        }
        variants.forEach(variant -> tally.run(variant.kind(), variant.name(), () -> tried(variant)));
        tally.write("run");
        assertEquals(List.of(), tally.failures());
    }

    @Test
    void a_number_that_cannot_be_is_refused_though_the_digests_were_mended() throws IOException {
        Tally tally = new Tally();
        for (String path : second.files().keySet()) {
            if (path.startsWith("per-user/")) {
                numbers("run, digests mended: a number that cannot be", path)
                        .forEach(variant -> tally.run(variant.kind(), variant.name(), () -> sealed(variant)));
            }
            if (path.matches("run.json|per-user/.*|tables/(stages-exposed|predictions-pointwise).*json")) {
                StoredDamage.lines("run, digests mended", second, path, 10 * TIMES)
                        .forEach(variant -> tally.run(variant.kind(), variant.name(), () -> sealed(variant)));
            }
        }
        tally.write("run-mended");
        assertEquals(List.of(), tally.failures());
    }

    /** One number of the file is another. */
    private List<Variant> numbers(String kind, String path) {
        List<Variant> variants = new ArrayList<>();
        SplittableRandom random = new Seed(93).stream("malformed numbers " + path);
        String text = new String(second.files().get(path), StandardCharsets.UTF_8);
        for (int number = 0; number < NUMBERS.size() * TIMES; number++) {
            List<String> lines = new ArrayList<>(text.lines().toList());
            int at = 1 + random.nextInt(lines.size() - 1);
            String[] cells = lines.get(at).split(",", -1);
            cells[random.nextInt(cells.length)] = NUMBERS.get(number % NUMBERS.size());
            lines.set(at, String.join(",", cells));
            byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
            variants.add(new Variant(kind, path, number, bytes, false));
        }
        return variants;
    }

    private Outcome tried(Variant variant) {
        try {
            variant.applyTo(second);
            return compared();
        } finally {
            second.restore(variant.path());
        }
    }

    private Outcome sealed(Variant variant) throws IOException {
        try {
            variant.applyTo(second);
            SealedFolder.seal(second.folder());
            return compared();
        } finally {
            List.of(variant.path(), "manifest.json", "SHA256SUMS").forEach(second::restore);
        }
    }

    private Outcome compared() {
        StringWriter out = new StringWriter();
        StringWriter errors = new StringWriter();
        int code = compare(out, errors);
        if (code == 2 && out.toString().isEmpty()) {
            Messages.check(errors.toString(), List.of(second.folder().toString()));
            return Outcome.REFUSED;
        }
        if (code != 0) {
            throw new Fault("exit code " + code + ": " + errors);
        }
        if (!out.toString().equals(sound)) {
            throw new Fault("another number is shown and nothing is said");
        }
        return Outcome.EQUAL;
    }
}
