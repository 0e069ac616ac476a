package dev.linger.data.source;

import java.io.Serializable;

/**
 * A rule that the rows of a file are held against; each row it hits is counted in the {@link DataReport}.
 *
 * @param name in reports, kebab-case, such as {@code exact-copy}; unique within a layout
 * @param description what the rule looks at, in one sentence
 * @param meaning what a hit says of the file
 */
public record CleaningRule(String name, String description, Meaning meaning) implements Serializable {
    private static final long serialVersionUID = 1;

    public CleaningRule {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("name must be in kebab-case but was " + name);
        }
    }

    /** What a hit says of the file; too many hits of the first two stop the reading. */
    public enum Meaning {
        /** The row, or a cell of it, cannot be read. */
        UNREADABLE,
        /** The row names a user or item that nothing describes. */
        UNKNOWN_ID,
        /** The row can be read, but says something impossible or remarkable. */
        REMARKABLE
    }
}
