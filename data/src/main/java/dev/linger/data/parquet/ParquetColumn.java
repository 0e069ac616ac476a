package dev.linger.data.parquet;

/**
 * A column that is written; each of its cells may be missing, which is null for those who read it.
 *
 * @param name as readers see it
 * @param type of its cells
 */
public record ParquetColumn(String name, Type type) {
    /** What the cells of a column are, and what Parquet calls it. */
    public enum Type {
        /** INT32. */
        INT,
        /** INT64. */
        LONG,
        /** DOUBLE. */
        DOUBLE,
        /** BINARY of UTF-8, annotated as a string. */
        TEXT,
        /** INT64 of milliseconds since 1970-01-01T00:00Z, annotated as a timestamp adjusted to UTC. */
        TIMESTAMP
    }

    public ParquetColumn {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a column needs a name");
        }
    }
}
