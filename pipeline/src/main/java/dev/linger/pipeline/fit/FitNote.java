package dev.linger.pipeline.fit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.config.RecordWriter;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.run.BuildInfo;
import dev.linger.recommender.RecommenderConfig;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a model was made of, as a file in it; the same for equal models.
 *
 * @param linger version and revision of the program
 * @param fittedUpTo the instant before which all rows were learned from, UTC
 * @param choicesOfModel digest of the model of the run whose choices were taken; empty where they were made
 * @param files digest of each file of the data set, by name
 * @param config the configuration
 */
record FitNote(String linger, String fittedUpTo, String choicesOfModel, Map<String, String> files, JsonNode config) {
    static final String FILE = "fit.json";

    /** The files to lie in the model, by name. */
    static Map<String, String> of(
            ResolvedConfig<?> resolved, Optional<String> like, LoadedData loaded, RecommenderConfig model) {
        Map<String, String> files = new TreeMap<>();
        loaded.report().files().forEach(file -> files.put(file.name(), file.sha256()));
        BuildInfo build = BuildInfo.current();
        FitNote note = new FitNote(
                build.version() + " " + build.revision(),
                Instant.ofEpochMilli(model.asOfMillis()).toString(),
                like.orElse(""),
                files,
                resolved.tree());
        return Map.of(FILE, RecordWriter.text(note));
    }
}
