package dev.linger.benchmarks.kernels;

import dev.linger.benchmarks.WorkFolder;
import dev.linger.pipeline.cli.Linger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Files in KuaiRec's layout: a folder that is there, or a generated one that is deleted again. */
@State(Scope.Benchmark)
public class DataFiles {
    /** The preset of this name comes in any size: that of {@link Scale#scale}. */
    private static final String SCALED = "kuairec";

    /** A folder, or the name of a preset of the command {@code generate}. */
    @Param(SCALED)
    public String data;

    private WorkFolder generated;
    private Path folder;

    @Setup
    public void provide(Scale scale) {
        generated = WorkFolder.of(null);
        folder = Files.isDirectory(Path.of(data)) ? Path.of(data) : generated(scale);
    }

    @TearDown
    public void delete() {
        generated.close();
    }

    Path folder() {
        return folder;
    }

    private Path generated(Scale scale) {
        Path out = generated.path().resolve("data");
        List<String> command =
                new ArrayList<>(List.of("generate", "--quiet", "--preset", data, "--out", out.toString()));
        if (data.equals(SCALED)) {
            command.addAll(List.of("--scale", Double.toString(scale.scale)));
        }
        int exitCode = Linger.commandLine(run -> out).execute(command.toArray(String[]::new));
        if (exitCode != 0) {
            throw new IllegalStateException(data + " is neither a folder nor data that can be generated: linger "
                    + String.join(" ", command) + " ended with exit code " + exitCode);
        }
        return out;
    }
}
