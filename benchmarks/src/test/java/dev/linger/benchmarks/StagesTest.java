package dev.linger.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class StagesTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void packFakeLinger() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeLinger.class.getName());
        String entry = FakeLinger.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(folder.resolve("fake.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest);
                InputStream content = FakeLinger.class.getResourceAsStream("/" + entry)) {
            jar.putNextEntry(new ZipEntry(entry));
            content.transferTo(jar);
        }
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/scale"), "0.5");
    }

    @Test
    void everyRepeatIsAProcessAndAColumn() {
        assertEquals(0, stages("--data", folder.resolve("data").toString(), "--repeats", "2"), err::toString);
        // load: 2 s * 0.5; train: 3 s * 0.25; both: 1.75 s
        String table = out.toString();
        assertTrue(table.contains("Whole runs: 500 plays, 70 users, 100 videos"), table);
        assertEquals(List.of("load", "1.0", "1.0", "1.0", "1.0", "1.0", "100", "150"), row(table, "load"), table);
        assertEquals(List.of("train", "0.8", "0.8", "0.8", "0.8", "0.8", "90", "160"), row(table, "train"), table);
        assertTrue(table.contains("linger 1, revision abc, on Java 17, most heap 512 MiB, 2 threads"), table);
        assertTrue(table.contains("processor:"), table);
    }

    @Test
    void growthIsFittedOverTheScales() {
        assertEquals(0, stages("--scales", "1,2,4"), err::toString);
        // load grows with the scale, train with its square
        String tables = out.toString();
        assertEquals(List.of("load", "2.0", "4.0", "8.0", "1.00"), row(tables, "load"), tables);
        assertEquals(List.of("train", "3.0", "12.0", "48.0", "2.00"), row(tables, "train"), tables);
        assertTrue(tables.contains("Peak heap by size, MiB"), tables);
    }

    @Test
    void whatARunPrintsLastIsShownWhenItFails() {
        assertEquals(2, stages("--data", folder.resolve("data").toString(), "--", "--fail"));
        assertTrue(err.toString().contains("ended with exit code 2"), err::toString);
        assertTrue(err.toString().contains("linger: something is wrong with the data"), err::toString);
    }

    @Test
    void aNamedFolderKeepsTheRuns() {
        Path kept = folder.resolve("kept");
        String[] arguments = {"--data", folder.resolve("data").toString(), "--repeats", "1", "--out", kept.toString()};
        assertEquals(0, stages(arguments), err::toString);
        assertTrue(Files.exists(kept.resolve("run-1/20261121-120000-default/manifest.json")));
        assertEquals(2, stages(arguments));
        assertTrue(err.toString().contains("is there already"), err::toString);
    }

    @Test
    void mistakesAreNamed() {
        assertEquals(2, stages());
        assertEquals(2, stages("--data", folder.resolve("nowhere").toString()));
        assertTrue(err.toString().contains("there is no folder " + folder.resolve("nowhere")), err::toString);
        assertEquals(2, stages("--scales", "1,none"));
        assertTrue(err.toString().contains("\"none\" is not a number"), err::toString);
        assertEquals(2, stages("--scales", "0"));
        assertEquals(2, stages("--scales", "1,1"));
        assertEquals(2, stages("--data", folder.toString(), "--repeats", "0"));
        assertEquals(
                2,
                stages(
                        "--data",
                        folder.toString(),
                        "--jar",
                        folder.resolve("no.jar").toString()));
        assertTrue(err.toString().contains("there is no jar"), err::toString);
    }

    private int stages(String... arguments) {
        List<String> all =
                new ArrayList<>(List.of("--jar", folder.resolve("fake.jar").toString()));
        if (List.of(arguments).contains("--jar")) {
            all.clear();
        }
        all.addAll(List.of(arguments));
        CommandLine command =
                Stages.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(all.toArray(String[]::new));
    }

    private static List<String> row(String table, String stage) {
        String line = table.lines()
                .filter(each -> each.startsWith(stage + " "))
                .findFirst()
                .orElseThrow();
        return List.of(line.strip().split(" +"));
    }
}
