package dev.linger.data.csv;

import dev.linger.data.IdIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * The ids of a column of a file: numbers as long as all are, texts from the first on that is none. A number has one text, so
 * nothing is lost when those before become texts too. Costs 8 bytes a row, and each distinct text once.
 */
public final class IdRows {
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

    /** Whether a cell is written as ids are that are numbers: a whole number, at least 0. */
    public static boolean isNumber(String cell) {
        return CellText.whole(cell) >= 0;
    }

    /** Whether one of the ids is no number. */
    public boolean areTexts() {
        return areTexts;
    }

    /** Takes the id of the next row. */
    public void add(String cell) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.addExact(size, size / 2));
        }
        long number = areTexts ? CellText.BAD : CellText.whole(cell);
        if (!areTexts && number < 0) {
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
    public int[] indices(IdIndex index) {
        int[] indexOfPlace = texts.stream().mapToInt(index::indexOf).toArray();
        int[] indices = new int[size];
        for (int row = 0; row < size; row++) {
            indices[row] = areTexts ? indexOfPlace[(int) values[row]] : index.indexOf(values[row]);
        }
        return indices;
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
            isNumber[place] = isNumber(texts.get(place));
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
