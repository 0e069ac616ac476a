package dev.linger.features;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of one source and, after them, those of another. */
record JoinedRows(FeatureSource first, FeatureSource later, int[] user, int[] item) implements FeatureSource {
    static JoinedRows of(FeatureSource first, FeatureSource later) {
        if (!first.columns().equals(later.columns())) {
            throw new IllegalArgumentException(
                    "rows of other columns cannot be added: " + later.columns() + ", not " + first.columns());
        }
        return new JoinedRows(first, later, joined(first.user(), later.user()), joined(first.item(), later.item()));
    }

    private static int[] joined(int[] first, int[] later) {
        int[] both = Arrays.copyOf(first, Math.addExact(first.length, later.length));
        System.arraycopy(later, 0, both, first.length, later.length);
        return both;
    }

    @Override
    public List<FeatureColumn> columns() {
        return first.columns();
    }

    @Override
    public void forEachBlock(BlockReader reader) {
        first.forEachBlock(reader);
        later.forEachBlock((firstRow, block) -> reader.read(first.size() + firstRow, block));
    }

    @Override
    public void forEachBlockAtOnce(BlockReader reader) {
        first.forEachBlockAtOnce(reader);
        later.forEachBlockAtOnce((firstRow, block) -> reader.read(first.size() + firstRow, block));
    }

    @Override
    public FeatureSource pick(int[] rows) {
        int split = first.size();
        int[] ofFirst = IntStream.of(rows).filter(row -> row < split).toArray();
        int[] ofLater = IntStream.of(rows)
                .filter(row -> row >= split)
                .map(row -> row - split)
                .toArray();
        if (ofLater.length == 0) {
            return first.pick(ofFirst);
        }
        return ofFirst.length == 0 ? later.pick(ofLater) : of(first.pick(ofFirst), later.pick(ofLater));
    }
}
