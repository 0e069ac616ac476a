package dev.linger.spark.plan;

import dev.linger.data.config.FlatRecords;
import dev.linger.pipeline.config.LingerConfig;
import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A configuration on its way to another machine, as text; read once there.
 *
 * @param text as {@link LingerConfig#flat} writes it
 */
public record SentConfig(String text) implements Serializable {
    private static final long serialVersionUID = 1;

    private static final Map<String, LingerConfig> READ = new ConcurrentHashMap<>();

    /** All of a configuration. */
    public static SentConfig of(LingerConfig config) {
        return new SentConfig(LingerConfig.flat(LingerConfig.class, config));
    }

    /** What was sent. */
    public LingerConfig value() {
        return READ.computeIfAbsent(
                text, flat -> FlatRecords.read(LingerConfig.class, flat.lines().toList(), LingerConfig.types()));
    }
}
