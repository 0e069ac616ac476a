package dev.linger.data.csv;

import dev.linger.data.InputException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The first row of a file: the names of its columns, whose order may vary.
 *
 * @param file the file's name, for errors
 * @param names distinct names, in the order of the file
 */
public record CsvHeader(String file, List<String> names) {
    private static final int LONGEST_SHOWN = 1000;

    public CsvHeader {
        names = List.copyOf(names);
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new InputException(
                        file + " has two columns named " + ShownText.of(name) + "; each column must stand once.");
            }
        }
    }

    /** The number of columns. */
    public int size() {
        return names.size();
    }

    /** The position of a column; an {@link InputException} naming the header found where there is none. */
    public int position(String column) {
        int position = names.indexOf(column);
        if (position < 0) {
            throw new InputException(file + " has no column " + column + "; its header is "
                    + ShownText.upTo(LONGEST_SHOWN, String.join(",", names))
                    + ". Columns may stand in any order, but each that is read must be there.");
        }
        return position;
    }
}
