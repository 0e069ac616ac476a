package dev.linger.spark.als;

import dev.linger.candidates.PairPlays;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.data.InteractionLog;
import dev.linger.data.Workers;
import dev.linger.spark.plan.SentConfig;
import dev.linger.spark.plan.SparkPlan;
import dev.linger.spark.plays.Blocks;
import dev.linger.spark.plays.OneBlockEach;
import dev.linger.spark.plays.PlayBlock;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The pairs that ALS is fitted to: those of users where their plays are, those of items after the one shuffle of the fit.
 *
 * @param zone whose calendar makes the days
 * @param cutMillis only plays before it count
 * @param lastMillis the time of the last of these, from which ages are counted
 * @param items how items are cut
 */
public record ObservedPairs(SentConfig config, ZoneId zone, long cutMillis, long lastMillis, Blocks users, Blocks items)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** The pairs of both sides, which are kept. */
    public SparkHalfSweeps.Pairs of(JavaRDD<PlayBlock> plays) {
        JavaRDD<PairBlock> ofUsers = plays.map(this::ofUsers).persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<PairBlock> ofItems = ofUsers.flatMapToPair(this::cut)
                .partitionBy(new OneBlockEach(items.count()))
                .mapPartitionsWithIndex(this::ofItems, true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new SparkHalfSweeps.Pairs(users, ofUsers, items, ofItems);
    }

    private PairBlock ofUsers(PlayBlock block) {
        AlsConfig als = SparkPlan.of(config.value()).als();
        InteractionLog log = block.log(zone);
        InteractionLog training = log.slice(0, log.firstRowAtOrAfter(cutMillis));
        PairPlays plays = PairPlays.of(training, block.users(), Workers.ofCaller());
        SparseRows pairs = als.pairs(
                        plays, items.rows(), als.weighting().playValue(training), lastMillis, Workers.ofCaller())
                .byUser();
        return PairBlock.of(users.blockOf(block.first()), pairs);
    }

    private Iterator<Tuple2<Integer, Cells>> cut(PairBlock ofUsers) {
        List<Tuple2<Integer, Cells>> cut = new ArrayList<>();
        Cells[] cells = Cells.of(ofUsers, users.first(ofUsers.block()), items);
        for (int block = 0; block < cells.length; block++) {
            cut.add(new Tuple2<>(block, cells[block]));
        }
        return cut.iterator();
    }

    private Iterator<PairBlock> ofItems(int block, Iterator<Tuple2<Integer, Cells>> arrived) {
        List<Cells> cells = new ArrayList<>();
        arrived.forEachRemaining(pair -> cells.add(pair._2()));
        cells.sort(Comparator.comparingInt(Cells::fromBlock)); // they arrive in any order
        return List.of(Cells.byItem(block, cells, items.first(block), items.rowsOf(block)))
                .iterator();
    }
}
