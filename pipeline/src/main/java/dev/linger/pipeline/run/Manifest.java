package dev.linger.pipeline.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.pipeline.config.RecordWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * All that made a run what it is.
 *
 * @param build version, revision and libraries of Linger
 * @param machine where it ran
 * @param commandLine the arguments as they were given
 * @param startedAt the start in UTC, to the second
 * @param seed the one seed
 * @param threads how many threads; no result depends on it
 * @param config the resolved configuration
 * @param inputs the files it read
 * @param stages what it did, in order
 */
public record Manifest(
        BuildInfo build,
        Machine machine,
        List<String> commandLine,
        String startedAt,
        long seed,
        int threads,
        JsonNode config,
        List<InputFile> inputs,
        List<StageRecord> stages) {
    public Manifest {
        commandLine = List.copyOf(commandLine);
        inputs = List.copyOf(inputs);
        stages = List.copyOf(stages);
    }

    /** The manifest of a run of this build on this machine. */
    public static Manifest here(
            List<String> commandLine,
            Instant started,
            long seed,
            int threads,
            JsonNode config,
            List<InputFile> inputs,
            List<StageRecord> stages) {
        String startedAt = started.truncatedTo(ChronoUnit.SECONDS).toString();
        return new Manifest(
                BuildInfo.current(), Machine.current(), commandLine, startedAt, seed, threads, config, inputs, stages);
    }

    /** The manifest as indented JSON text. */
    public String json() {
        return RecordWriter.text(this);
    }
}
