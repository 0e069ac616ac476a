package dev.linger.data.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnfinishedWorkTest {
    private static final Pattern WORK = Pattern.compile("work-\\d");

    @TempDir
    private Path folder;

    /** Begins work in a process that is killed in the midst of it; run in a process of its own. */
    public static final class Killed {
        private Killed() {}

        public static void main(String[] work) throws IOException {
            Path path = UnfinishedWork.begin(Path.of(work[0])).path();
            Files.writeString(Files.createDirectory(path).resolve("half"), "x");
            System.out.println("begun");
            System.in.read();
        }
    }

    /**
     * Removes what is abandoned again and again, until its folder has a file of the name "enough", or is gone, or the test is.
     */
    public static final class Sweeper {
        private Sweeper() {}

        public static void main(String[] folder) {
            Path swept = Path.of(folder[0]);
            ProcessHandle test = ProcessHandle.current().parent().orElseThrow();
            System.out.println("begun");
            while (Files.notExists(swept.resolve("enough")) && Files.exists(swept) && test.isAlive()) {
                UnfinishedWork.removeAbandoned(swept, WORK, path -> false).forEach(System.out::println);
            }
        }
    }

    @Test
    void what_is_finished_stays_and_its_mark_goes() throws IOException {
        try (UnfinishedWork work = UnfinishedWork.begin(folder.resolve("work-1"))) {
            Files.createDirectory(work.path());
            assertEquals(List.of(".work-1.linger-partial", "work-1"), entries());
        }
        assertEquals(List.of("work-1"), entries());
    }

    @Test
    void what_is_discarded_goes_with_its_mark() throws IOException {
        UnfinishedWork work = UnfinishedWork.begin(folder.resolve("work-1"));
        Files.writeString(Files.createDirectory(work.path()).resolve("half"), "x");
        work.discard();
        assertEquals(List.of(), entries());
    }

    @Test
    void work_that_goes_on_is_neither_begun_again_nor_removed() throws IOException {
        try (UnfinishedWork work = UnfinishedWork.begin(folder.resolve("work-1"))) {
            assertThrows(FileAlreadyExistsException.class, () -> UnfinishedWork.begin(work.path()));
            assertEquals(List.of(), removeAbandoned());
            assertTrue(Files.exists(folder.resolve(".work-1.linger-partial")));
        }
    }

    @Test
    void what_a_living_process_writes_stays_until_it_is_killed() throws IOException, InterruptedException {
        Process process = begun(Killed.class, folder.resolve("work-1"));
        assertEquals(List.of(), removeAbandoned());
        process.destroyForcibly().waitFor();
        assertEquals(List.of(folder.resolve("work-1")), removeAbandoned());
        assertEquals(List.of(), entries());
    }

    @Test
    void work_that_begins_while_another_process_removes_what_is_abandoned_stays() throws IOException {
        Process sweeper = begun(Sweeper.class, folder);
        try {
            for (int round = 0; round < 1000; round++) {
                try (UnfinishedWork work = UnfinishedWork.begin(folder.resolve("work-1"))) {
                    Files.createFile(work.path());
                    Files.delete(work.path());
                }
            }
        } finally {
            Files.createFile(folder.resolve("enough"));
        }
        assertEquals(List.of(), sweeper.inputReader().lines().toList());
        assertEquals(List.of("enough"), entries());
    }

    private static Process begun(Class<?> program, Path argument) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        argument.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals("begun", process.inputReader().readLine());
        return process;
    }

    @Test
    void nothing_is_removed_but_what_has_a_mark_and_such_a_name_and_is_not_finished() throws IOException {
        for (String name : List.of("work-1", "work-2", "mine-3")) {
            Files.createDirectory(folder.resolve(name));
        }
        Files.createFile(folder.resolve("work-2/done"));
        for (String mark : List.of("work-2", "mine-3", "work-4")) {
            Files.createFile(folder.resolve("." + mark + ".linger-partial"));
        }
        assertEquals(List.of(), removeAbandoned());
        assertEquals(List.of(".mine-3.linger-partial", "mine-3", "work-1", "work-2"), entries());
    }

    @Test
    void a_link_is_removed_and_what_it_leads_to_is_not() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.createFile(mine.resolve("file"));
        Files.createSymbolicLink(folder.resolve("work-1"), mine);
        Files.createFile(folder.resolve(".work-1.linger-partial"));
        removeAbandoned();
        assertTrue(Files.exists(mine.resolve("file")));
        assertFalse(Files.exists(folder.resolve("work-1")));
    }

    private List<Path> removeAbandoned() {
        return UnfinishedWork.removeAbandoned(folder, WORK, path -> Files.exists(path.resolve("done")));
    }

    private List<String> entries() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
