package dev.linger.ranker.trees;

/** Some of the rows that are scored, with the class of each of their cells; reused from block to block. */
final class RowBlock {
    private final CellClasses classes;
    private final char[][] ofColumn;
    private final long[] possibleLeaves;
    private int first;
    private int size;

    /** @param most the number of rows that a block may have */
    RowBlock(CellClasses classes, int columns, int most) {
        this.classes = classes;
        this.ofColumn = new char[columns][];
        classes.ofColumn().keySet().forEach(column -> ofColumn[column] = new char[most]);
        this.possibleLeaves = new long[most];
    }

    /** Takes up the rows from {@code first}, of as many cells as there are columns. */
    void take(float[] values, int first, int size) {
        this.first = first;
        this.size = size;
        int columns = ofColumn.length;
        classes.ofColumn()
                .forEach(
                        (column, of) -> of.classify(values, first * columns + column, columns, size, ofColumn[column]));
    }

    int first() {
        return first;
    }

    int size() {
        return size;
    }

    /** The class of each row's cell in a column that has classes. */
    char[] classes(int column) {
        return ofColumn[column];
    }

    /** Room for a set of leaves a row. */
    long[] possibleLeaves() {
        return possibleLeaves;
    }
}
