package dev.linger.candidates.als;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.NearBlock;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.Plays;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.store.Checkpoints;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowBlockTest {
    private static final int USERS = 1_300;
    private static final int ITEMS = 1_100;
    private static final Seed SEED = new Seed(6);

    @ParameterizedTest
    @MethodSource("cases")
    void blocksOfRowsSolvedOneByOneGiveWhatAllRowsAtOnceGiveBitForBit(AlsConfig config) {
        InteractionMatrix pairs = pairs(config);
        WithheldPairs withheld = withheld();

        AlsModel atOnce = AlsTrainer.train(
                pairs, withheld, config, SEED.derive("als"), Kernels.chosen(), Workers.ofCaller(), Progress.SILENT);
        AlsModel inBlocks = AlsTrainer.train(
                new InBlocks(config, pairs, withheld),
                config,
                SEED,
                new AlsStates(Checkpoints.NONE, config),
                Workers.ofCaller(),
                Progress.SILENT);

        assertArrayEquals(atOnce.userFactors().values(), inBlocks.userFactors().values());
        assertArrayEquals(atOnce.itemFactors().values(), inBlocks.itemFactors().values());
        assertArrayEquals(atOnce.shared().base(), inBlocks.shared().base());
        assertArrayEquals(atOnce.lossTrace(), inBlocks.lossTrace());
    }

    @Test
    void aBlockThatBeginsWithinASumIsRefused() {
        SparseRows nothing = SparseRows.of(1, new int[] {0}, new int[0], new float[0]);
        NearBlock none = NearBlock.of(WithheldPairs.none(0, 1).byUser());

        assertThrows(IllegalArgumentException.class, () -> new RowBlock(HalfSweeps.Side.USER, 100, nothing, none));
    }

    @Test
    void someUsersOfAModelScoreAsTheyDoAmongAll() {
        AlsConfig config = AlsCases.exact().findFirst().orElseThrow();
        AlsModel all = AlsTrainer.train(
                pairs(config), withheld(), config, SEED, Kernels.chosen(), Workers.ofCaller(), Progress.SILENT);
        AlsModel some =
                all.shared().ofUsers(config, all.userFactors().rows(700, 900).values());
        double[] ofAll = new double[ITEMS];
        double[] ofSome = new double[ITEMS];

        all.score(705, ofAll);
        some.score(5, ofSome);

        assertArrayEquals(ofAll, ofSome);
    }

    private static Stream<AlsConfig> cases() {
        return Stream.concat(AlsCases.exact(), AlsCases.conjugateGradient(3).limit(3));
    }

    private static InteractionMatrix pairs(AlsConfig config) {
        return config.pairs(
                PairPlays.of(Plays.random(USERS, ITEMS, 6_000, 21), USERS, Workers.ofCaller()),
                ITEMS,
                Workers.ofCaller());
    }

    /** Most of a block of 40 users, who stand in two blocks of rows, and 30 items. */
    private static WithheldPairs withheld() {
        int[] user = IntStream.range(500, 540)
                .flatMap(of -> IntStream.range(0, 30).map(item -> of))
                .toArray();
        int[] item = IntStream.range(500, 540)
                .flatMap(of -> IntStream.range(500, 530))
                .toArray();
        return WithheldPairs.of(user, item, USERS, ITEMS);
    }

    /** Each block by itself, the last first. */
    private record InBlocks(AlsConfig config, InteractionMatrix pairs, WithheldPairs withheld) implements HalfSweeps {
        @Override
        public int[] pairCounts(Side side) {
            return rows(side).counts();
        }

        private SparseRows rows(Side side) {
            return side == Side.USER ? pairs.byUser() : pairs.byItem();
        }

        @Override
        public Sums solve(Side side, FactorMatrix fixed, double[] gram, FactorMatrix rows) {
            NearBlock withheldOfRow = NearBlock.of(side == Side.USER ? withheld.byUser() : withheld.byItem());
            int blocks = Workers.blockCount(rows.rowCount(), RowBlock.MULTIPLE);
            Sums[] sums = new Sums[blocks];
            for (int block = blocks - 1; block >= 0; block--) {
                int from = block * RowBlock.MULTIPLE;
                int to = Math.min(rows.rowCount(), from + RowBlock.MULTIPLE);
                FactorMatrix own = rows.rows(from, to);
                sums[block] = new RowBlock(side, from, rows(rows(side), from, to), withheldOfRow.rows(from, to))
                        .solve(config, fixed, gram, own, Workers.ofCaller());
                rows.writeRows(from, own);
            }
            return new Sums(
                    Arrays.stream(sums)
                            .flatMapToDouble(of -> Arrays.stream(of.losses()))
                            .toArray(),
                    Arrays.stream(sums).flatMap(of -> Arrays.stream(of.grams())).toArray(double[][]::new));
        }

        private static SparseRows rows(SparseRows all, int from, int to) {
            int[] start = IntStream.rangeClosed(from, to)
                    .map(row -> row < all.rowCount() ? all.from(row) : all.size())
                    .map(at -> at - all.from(from))
                    .toArray();
            int[] cells = IntStream.range(all.from(from), all.to(to - 1)).toArray();
            int[] column = IntStream.of(cells).map(all::column).toArray();
            float[] value = new float[cells.length];
            for (int at = 0; at < cells.length; at++) {
                value[at] = all.value(cells[at]);
            }
            return SparseRows.of(all.columnCount(), start, column, value);
        }
    }
}
