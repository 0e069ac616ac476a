package dev.linger.data.parts;

import dev.linger.data.IdIndex;
import dev.linger.data.source.FileFindings;
import dev.linger.data.source.LogStatistics;

/** Reads a log part by part, wherever that is, and keeps the plays there. */
public interface LogInParts {
    /**
     * Reads the log.
     *
     * @param findings of its file: what the rules find in all parts, and what the file holds, is added in the order of lines
     * @throws dev.linger.data.InputException where the file cannot be read
     */
    void read(FileFindings findings, IdIndex users, IdIndex items);

    /** What the log looks like that was read; it has at least one play. */
    LogStatistics statistics();
}
