package dev.linger.spark.read;

import dev.linger.data.csv.FileReading;
import dev.linger.data.source.PartFindings;
import dev.linger.spark.plays.PlayBlock;
import java.io.Serializable;

/**
 * What a part of a log gives.
 *
 * @param findings as if nothing stood before the part
 * @param blocks numbers of the blocks that have plays
 * @param plays of each of these
 */
record ReadPart(FilePart part, FileReading reading, PartFindings findings, int[] blocks, PlayBlock[] plays)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** The same without plays, and with what the rules found where earlier parts are known. */
    ReadPart finished(PartFindings known) {
        return new ReadPart(part, reading, known, new int[0], new PlayBlock[0]);
    }
}
