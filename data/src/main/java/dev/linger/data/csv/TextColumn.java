package dev.linger.data.csv;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import tech.tablesaw.api.IntColumn;

/** The cells of a column, of which few are distinct: a number a cell, held by tablesaw, and each text once. */
public final class TextColumn extends AbstractList<String> implements RandomAccess {
    private final IntColumn numbers;
    private final List<String> texts;

    TextColumn(IntColumn numbers, List<String> texts) {
        this.numbers = numbers;
        this.texts = texts;
    }

    @Override
    public String get(int row) {
        return texts.get(number(row));
    }

    @Override
    public int size() {
        return numbers.size();
    }

    /** The number of a cell's text, the same for equal texts: what is told of a text need be found once. */
    public int number(int row) {
        return numbers.getInt(row);
    }

    /** The distinct texts by their numbers. */
    public List<String> texts() {
        return texts;
    }
}
