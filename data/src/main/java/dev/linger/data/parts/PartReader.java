package dev.linger.data.parts;

import dev.linger.data.InteractionLog;
import dev.linger.data.csv.FileReading;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.source.PartFindings;

/**
 * Reads parts of a log's file, each by itself. A play that is a copy of one in the same part is known as such; whether it is
 * one of a play in an earlier part only those know who see both.
 */
public interface PartReader {
    /** Whether copies are dropped; else they are counted alone. */
    boolean dropsCopies();

    /** Reads a part as if nothing stood before it. */
    Plays read(SourceFile part);

    /**
     * What the rules find in a part where copies of some of its plays stand before it.
     *
     * @param earlier these plays, in any order
     */
    PartFindings findings(SourceFile part, InteractionLog earlier);

    /**
     * What a part gives.
     *
     * @param log the plays that are kept; of equal time, user and item in the order of lines
     */
    record Plays(InteractionLog log, FileReading reading, PartFindings findings) {}
}
