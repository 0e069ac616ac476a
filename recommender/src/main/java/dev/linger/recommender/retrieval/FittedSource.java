package dev.linger.recommender.retrieval;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SourceConfig;
import java.util.regex.Pattern;

/**
 * A source of candidates after fitting.
 *
 * @param name its name in tables and columns, unique among the sources, in kebab-case
 * @param config how it was fitted
 * @param scorer what was fitted
 */
public record FittedSource(String name, SourceConfig config, ItemScorer scorer) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public FittedSource {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name of a source must be lower-case words joined by hyphens but was " + name);
        }
    }

    /** Its name as columns begin with it, in snake_case. */
    String columnPrefix() {
        return name.replace('-', '_') + "_";
    }
}
