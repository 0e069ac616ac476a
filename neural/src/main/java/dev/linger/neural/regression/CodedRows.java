package dev.linger.neural.regression;

import dev.linger.features.FeatureSource;

/** Rows in two bytes a cell, which an epoch reads in any order. */
final class CodedRows {
    private static final int ROWS_OF_BLOCK = 4096;

    private final RowCodes codes;
    private final int[] user;
    private final int[] item;
    private final char[][] blocks;

    private CodedRows(RowCodes codes, int[] user, int[] item) {
        this.codes = codes;
        this.user = user;
        this.item = item;
        int width = codes.codes().size();
        this.blocks = new char[(user.length + ROWS_OF_BLOCK - 1) / ROWS_OF_BLOCK][];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = new char[Math.min(ROWS_OF_BLOCK, user.length - block * ROWS_OF_BLOCK) * width];
        }
    }

    /** All rows of a source, which is read once. */
    static CodedRows of(FeatureSource rows, RowCodes codes) {
        CodedRows coded = new CodedRows(codes, rows.user(), rows.item());
        rows.forEachBlockAtOnce((firstRow, block) -> {
            for (int row = 0; row < block.size(); row++) {
                codes.code(block, row, coded.block(firstRow + row), coded.at(firstRow + row));
            }
        });
        return coded;
    }

    int user(int row) {
        return user[row];
    }

    int item(int row) {
        return item[row];
    }

    /** Where the codes of a row are, from {@link #at} on. */
    char[] block(int row) {
        return blocks[row / ROWS_OF_BLOCK];
    }

    int at(int row) {
        return row % ROWS_OF_BLOCK * codes.codes().size();
    }
}
