package dev.linger.pipeline.config;

/**
 * Where a value was given.
 *
 * @param source the file, or {@code --set KEY=VALUE}, or "default"
 * @param line the line of the file, from 1; 0 where there is none
 */
record Origin(String source, int line) {
    /** Of what no file and no setting gives, but the record that it fills. */
    static final Origin DEFAULT = new Origin("default", 0);

    /** {@code file:line}, or the source alone. */
    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line;
    }
}
