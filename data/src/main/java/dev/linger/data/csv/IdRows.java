package dev.linger.data.csv;

import dev.linger.data.IdIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;

/**
 * The ids of a column of a file: numbers as long as all are, texts from the first on that is none. A number has one text, so
 * nothing is lost when those before become texts too. Costs 8 bytes a row, and each distinct text once.
 */
public final class IdRows {
    /** In the place of the number of an id that is none. */
    public static final long TEXT = -1;

    /** Of each row the number, or the place among the texts. */
    private long[] values;

    private int size;
    private boolean areTexts;
    private final Map<String, Integer> placeOf = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /**
     * No rows yet.
     *
     * @param room for so many rows at first, at least 2
     * @param areTexts whether numbers are taken for texts
     */
    public IdRows(int room, boolean areTexts) {
        this.areTexts = areTexts;
        this.values = new long[room];
    }

    /** The number that a cell is, at least 0; {@link #TEXT} where it is none, or all are texts. */
    public long number(String cell) {
        return areTexts ? TEXT : Math.max(TEXT, CellText.whole(cell));
    }

    /** Takes the id of the next row. */
    public void add(String cell) {
        add(cell, number(cell));
    }

    /** Takes the id of the next row, which is a number. */
    public void add(long number) {
        add(areTexts ? Long.toString(number) : "", number);
    }

    /** Takes the id of the next row, the {@link #number} of which is at hand. */
    public void add(String cell, long number) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.addExact(size, size / 2));
        }
        if (!areTexts && number == TEXT) {
            becomeTexts();
        }
        values[size++] = areTexts ? place(cell) : number;
    }

    private void becomeTexts() {
        areTexts = true;
        for (int row = 0; row < size; row++) {
            values[row] = place(Long.toString(values[row]));
        }
    }

    private int place(String text) {
        Integer known = placeOf.putIfAbsent(text, texts.size());
        if (known == null) {
            texts.add(text);
        }
        return known == null ? texts.size() - 1 : known;
    }

    /**
     * The index of all ids that were taken.
     *
     * @param what names them in errors
     * @throws IllegalArgumentException where a text is no id
     */
    public IdIndex index(String what) {
        return areTexts ? IdIndex.ofTexts(what, texts) : IdIndex.of(what, Arrays.stream(values, 0, size));
    }

    /** Where the id of each row stands in the index of all. */
    public IntUnaryOperator indices(IdIndex index) {
        if (!areTexts) {
            return row -> index.indexOf(values[row]);
        }
        int[] indexOfPlace = texts.stream().mapToInt(index::indexOf).toArray();
        return row -> indexOfPlace[(int) values[row]];
    }

    public int size() {
        return size;
    }

    /** The id of a row as it is written. */
    public String written(int row) {
        return areTexts ? texts.get((int) values[row]) : Long.toString(values[row]);
    }

    /**
     * Where some ids are written as numbers and others are not, the rows of the kind that fewer rows have; of as many, those with
     * numbers.
     */
    public void forEachOfRarerKind(IntConsumer use) {
        boolean[] isNumber = new boolean[texts.size()];
        for (int place = 0; place < isNumber.length; place++) {
            isNumber[place] = CellText.whole(texts.get(place)) >= 0;
        }
        int numbers = 0;
        for (int row = 0; areTexts && row < size; row++) {
            numbers += isNumber[(int) values[row]] ? 1 : 0;
        }
        boolean rarer = 2L * numbers <= size;
        for (int row = 0; numbers > 0 && numbers < size && row < size; row++) {
            if (isNumber[(int) values[row]] == rarer) {
                use.accept(row);
            }
        }
    }
}
