package dev.linger.spark.read;

import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.parts.PartReader;
import dev.linger.data.parts.PartedSource;
import dev.linger.data.source.PartFindings;
import dev.linger.spark.plan.SentConfig;
import dev.linger.spark.plays.Blocks;
import dev.linger.spark.plays.PlayBlock;
import dev.linger.spark.plays.PlayPiece;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Reads parts of a log's file, by the code of one machine.
 *
 * @param users how users are cut
 */
record ReadTask(SentConfig config, StoredFile file, Blocks users, Broadcast<Ids> ids) implements Serializable {
    private static final long serialVersionUID = 1;

    /** The indices by which a log's ids are known. */
    record Ids(IdIndex users, IdIndex items) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** Reads a part as if nothing stood before it. */
    ReadPart read(FilePart part) {
        PartReader.Plays plays = reader().read(lines(part));
        List<PlayBlock> all = users.of(plays.log());
        int[] blocks = IntStream.range(0, all.size())
                .filter(block -> all.get(block).size() > 0)
                .toArray();
        PlayBlock[] some = IntStream.of(blocks).mapToObj(all::get).toArray(PlayBlock[]::new);
        return new ReadPart(part, plays.reading(), plays.findings(), blocks, some);
    }

    /** The block of all pieces of it that arrived. */
    Iterator<CleanBlock> clean(int block, Iterator<Tuple2<Integer, PlayPiece>> arrived) {
        List<PlayPiece> pieces = new ArrayList<>();
        arrived.forEachRemaining(piece -> pieces.add(piece._2()));
        return List.of(CleanBlock.of(users, block, pieces, reader().dropsCopies()))
                .iterator();
    }

    /** The plays of a part on their way to their blocks. */
    static Iterator<Tuple2<Integer, PlayPiece>> pieces(ReadPart read) {
        List<Tuple2<Integer, PlayPiece>> pieces = new ArrayList<>();
        for (int at = 0; at < read.blocks().length; at++) {
            pieces.add(new Tuple2<>(read.blocks()[at], new PlayPiece(read.part().order(), read.plays()[at])));
        }
        return pieces.iterator();
    }

    /** What the rules found in the parts of which the first is given, once it is known which plays stand in earlier ones. */
    Iterator<ReadPart> finished(Iterator<ReadPart> parts, Iterator<Tuple2<Integer, PlayBlock>> earlier) {
        List<ReadPart> finished = new ArrayList<>();
        List<PlayBlock> copies = new ArrayList<>();
        earlier.forEachRemaining(of -> copies.add(of._2()));
        parts.forEachRemaining(read ->
                finished.add(read.finished(copies.isEmpty() ? read.findings() : findings(read.part(), copies))));
        return finished.iterator();
    }

    private PartFindings findings(FilePart part, List<PlayBlock> copies) {
        InteractionLogBuilder earlier = new InteractionLogBuilder(ZoneId.of(layout().zone()), 0);
        copies.forEach(block -> block.addTo(earlier));
        return reader().findings(lines(part), earlier.build());
    }

    private SourceFile lines(FilePart part) {
        return file.file().part(part.from(), part.to());
    }

    private PartReader reader() {
        return layout().partReader(
                        config.value().watch(), ids.value().users(), ids.value().items());
    }

    private PartedSource layout() {
        return (PartedSource) config.value().data();
    }
}
