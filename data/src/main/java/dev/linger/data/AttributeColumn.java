package dev.linger.data;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** A named column of a side table, one cell a user or an item. */
public sealed interface AttributeColumn {
    /** The column's name in the file. */
    String name();

    /** The number of cells. */
    int size();

    /** The cell as a number: the value itself, or the code of a category; NaN where the cell is missing. */
    float value(int row);

    /** The same with more cells, all missing. */
    AttributeColumn withRoom(int more);

    /** The cells {@code from..to-1}. */
    AttributeColumn rows(int from, int to);

    /** Numbers; NaN where missing. */
    record Numeric(String name, float[] values) implements AttributeColumn {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public float value(int row) {
            return values[row];
        }

        @Override
        public AttributeColumn withRoom(int more) {
            float[] longer = Arrays.copyOf(values, values.length + more);
            Arrays.fill(longer, values.length, longer.length, Float.NaN);
            return new Numeric(name, longer);
        }

        @Override
        public AttributeColumn rows(int from, int to) {
            return new Numeric(name, Arrays.copyOfRange(values, from, to));
        }
    }

    /** Categories as codes into {@code levels}, which ascend by their text; -1 where missing. */
    record Category(String name, int[] codes, List<String> levels) implements AttributeColumn {
        private static final int MISSING = -1;

        public Category {
            levels = List.copyOf(levels);
            for (int code = 1; code < levels.size(); code++) {
                if (levels.get(code - 1).compareTo(levels.get(code)) >= 0) {
                    throw new IllegalArgumentException("column " + name + ": levels must ascend, but after "
                            + levels.get(code - 1) + " comes " + levels.get(code));
                }
            }
            for (int code : codes) {
                if (code < MISSING || code >= levels.size()) {
                    throw new IllegalArgumentException(
                            "column " + name + ": code " + code + " is not one of " + levels.size() + " levels");
                }
            }
        }

        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public float value(int row) {
            return codes[row] < 0 ? Float.NaN : codes[row];
        }

        /** The code of a level; -1, as of a missing cell, where there is no such level. */
        public int codeOf(String level) {
            return Math.max(MISSING, Collections.binarySearch(levels, level));
        }

        @Override
        public AttributeColumn withRoom(int more) {
            int[] longer = Arrays.copyOf(codes, codes.length + more);
            Arrays.fill(longer, codes.length, longer.length, MISSING);
            return new Category(name, longer, levels);
        }

        @Override
        public AttributeColumn rows(int from, int to) {
            return new Category(name, Arrays.copyOfRange(codes, from, to), levels);
        }
    }
}
