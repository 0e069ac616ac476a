package dev.linger.spark.plays;

import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.Workers;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The plays of all users where they stay for the whole run.
 *
 * @param plays a block a partition, in the order of users
 * @param users how users are cut
 * @param items how items are cut
 * @param count how many plays there are
 */
public record Spread(JavaRDD<PlayBlock> plays, Blocks users, Blocks items, long count) {
    /** Plays that are sent at a time: 24 MB. */
    private static final int PIECE = 1_000_000;

    /** Sends the plays of a log, which is in order of time, to the blocks of their users. */
    public static Spread of(JavaSparkContext spark, InteractionLog log, Blocks users, Blocks items) {
        List<List<Tuple2<Integer, PlayPiece>>> pieces = new ArrayList<>();
        for (int from = 0; from == 0 || from < log.size(); from += PIECE) {
            List<PlayBlock> parts = users.of(log.slice(from, Math.min(log.size(), from + PIECE)));
            List<Tuple2<Integer, PlayPiece>> piece = new ArrayList<>();
            for (int block = 0; block < parts.size(); block++) {
                piece.add(new Tuple2<>(block, new PlayPiece(pieces.size(), parts.get(block))));
            }
            pieces.add(piece);
        }
        // By a shuffle, after which the pieces are sent again only to make good for a machine that is lost.
        JavaRDD<PlayBlock> plays = spark.parallelize(pieces, pieces.size())
                .flatMapToPair(List::iterator)
                .partitionBy(new OneBlockEach(users.count()))
                .mapPartitions(Spread::joined, true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new Spread(plays, users, items, log.size());
    }

    /** All plays as a log of this machine, in order of (time, user, item). */
    public InteractionLog log(ZoneId zone, Workers workers) {
        InteractionLogBuilder log = new InteractionLogBuilder(zone, 0);
        plays.toLocalIterator().forEachRemaining(block -> block.addTo(log));
        return log.build(workers);
    }

    private static Iterator<PlayBlock> joined(Iterator<Tuple2<Integer, PlayPiece>> arrived) {
        List<PlayPiece> pieces = new ArrayList<>();
        arrived.forEachRemaining(pair -> pieces.add(pair._2()));
        return List.of(PlayPiece.joined(pieces)).iterator();
    }
}
