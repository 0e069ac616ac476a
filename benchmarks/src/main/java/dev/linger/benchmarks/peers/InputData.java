package dev.linger.benchmarks.peers;

import dev.linger.data.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Makes what works read, before any of them is timed. */
final class InputData {
    private InputData() {}

    /**
     * Makes each input of the works once.
     *
     * @param folder gets a folder for each of them
     * @param console told of each
     * @throws InputException if Linger fails to make one
     */
    static void make(List<Work> works, JavaCommand java, String scale, Path folder, Consumer<String> console) {
        for (Work.Input input : Work.Input.values()) {
            if (works.stream().anyMatch(work -> work.input() == input)) {
                make(input, java, scale, folder);
                console.accept("data made: " + input.folder(folder).getFileName());
            }
        }
    }

    private static void make(Work.Input input, JavaCommand java, String scale, Path folder) {
        Path made = input.folder(folder);
        switch (input) {
            case FILES ->
                run(
                        java.linger(
                                "generate",
                                "--quiet",
                                "--preset",
                                "kuairec",
                                "--scale",
                                scale,
                                "--out",
                                made.toString()),
                        folder);
            case PAIRS -> run(java.side(LingerSide.PAIRS, scale), created(made));
            case ROWS -> run(java.side(LingerSide.ROWS, scale), created(made));
        }
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(folder + " cannot be made", failure);
        }
    }

    private static void run(List<String> command, Path folder) {
        try {
            MeasuredProcess.run(command, Map.of(), folder, folder.resolve("made.txt"));
        } catch (MeasuredProcess.Failed failure) {
            throw new InputException(String.join(" ", command) + " " + failure.getMessage(), failure);
        }
    }
}
