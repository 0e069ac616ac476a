package dev.linger.ranker.trees;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The classes of the cells of each column that some trees split on, but for columns with so many that masks by class would
 * outgrow the caches.
 *
 * @param ofColumn classes by column
 */
record CellClasses(Map<Integer, ColumnClasses> ofColumn) {
    /** Beyond what LightGBM makes of its largest category, and of a column of numbers in 255 bins, many times. */
    static final int MAX_CLASSES = 4096;

    static CellClasses of(List<Tree> trees) {
        Map<Integer, ColumnClasses.Builder> splits = new TreeMap<>();
        for (Tree tree : trees) {
            for (int node = 0; node < tree.nodeCount(); node++) {
                splits.computeIfAbsent(tree.feature()[node], column -> new ColumnClasses.Builder())
                        .add(tree, node);
            }
        }
        Map<Integer, ColumnClasses> ofColumn = new TreeMap<>();
        splits.forEach((column, builder) -> {
            if (builder.mostClasses() <= MAX_CLASSES) {
                ofColumn.put(column, builder.build());
            }
        });
        return new CellClasses(ofColumn);
    }

    /** The classes of a column that has some. */
    ColumnClasses of(int column) {
        return Objects.requireNonNull(ofColumn.get(column));
    }

    boolean holdAllOf(Tree tree) {
        for (int column : tree.feature()) {
            if (!ofColumn.containsKey(column)) {
                return false;
            }
        }
        return true;
    }
}
