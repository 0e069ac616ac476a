package dev.linger.spark.als;

import dev.linger.spark.als.NeededRows.Need;
import dev.linger.spark.plays.Blocks;
import dev.linger.spark.plays.OneBlockEach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Rows of a fixed side that go to the blocks which need them, and to no other. Who needs what is told once; from then on each
 * block of the fixed side sends each block of rows what occurs in its pairs, as the ALS of Spark's MLlib does (Meng et al.,
 * "MLlib: Machine Learning in Apache Spark", JMLR 17, 2016).
 *
 * @param rows how the rows are cut
 * @param needed of each block of rows, a partition each
 * @param needs of each block of the fixed side, a partition each
 */
record Shipping(Blocks rows, JavaRDD<NeededRows> needed, JavaRDD<List<Need>> needs) {
    /**
     * Finds out who needs what.
     *
     * @param withheld columns of pairs that any row withholds
     */
    static Shipping of(JavaRDD<PairBlock> pairs, int[] withheld, Blocks rows, Blocks fixed) {
        JavaRDD<NeededRows> needed =
                pairs.map(block -> NeededRows.of(block, withheld)).persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<List<Need>> needs = needed.flatMap(block -> block.needs(fixed).iterator())
                .mapToPair(need -> new Tuple2<>(need.from(), need))
                .partitionBy(new OneBlockEach(fixed.count()))
                .mapPartitions(Shipping::needs, true)
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new Shipping(rows, needed, needs);
    }

    private static Iterator<List<Need>> needs(Iterator<Tuple2<Integer, Need>> arrived) {
        List<Need> needs = new ArrayList<>();
        arrived.forEachRemaining(pair -> needs.add(pair._2()));
        return List.<List<Need>>of(needs).iterator();
    }

    /** To each block of rows the factors that it needs, in order. */
    JavaRDD<float[]> shipped(JavaRDD<FactorBlock> fixed, int factorCount) {
        return needs.zip(fixed)
                .flatMapToPair(of -> parts(of._1(), of._2(), factorCount))
                .partitionBy(new OneBlockEach(rows.count()))
                .mapPartitions(Shipping::joined, true);
    }

    private static Iterator<Tuple2<Integer, FactorBlock>> parts(List<Need> needs, FactorBlock block, int factorCount) {
        return needs.stream()
                .map(need -> new Tuple2<>(need.to(), block.only(need.rows(), factorCount)))
                .iterator();
    }

    private static Iterator<float[]> joined(Iterator<Tuple2<Integer, FactorBlock>> arrived) {
        List<FactorBlock> parts = new ArrayList<>();
        arrived.forEachRemaining(pair -> parts.add(pair._2()));
        parts.sort(Comparator.comparingInt(FactorBlock::block)); // they arrive in any order
        return List.of(FactorBlock.joined(parts)).iterator();
    }

    /** Lets go what the machines hold of it. */
    void unpersist() {
        needs.unpersist();
        needed.unpersist();
    }
}
