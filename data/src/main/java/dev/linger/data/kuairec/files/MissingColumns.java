package dev.linger.data.kuairec.files;

import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import dev.linger.data.csv.CsvHeader;
import dev.linger.data.csv.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at the headers of all files before any is read, so that all that is missing is told at once. */
public final class MissingColumns {
    private static final int SHOWN = 400;

    private MissingColumns() {}

    /**
     * Checks that the columns are there.
     *
     * @param wanted the columns that are read of each file
     * @throws InputException names all that are missing, file by file, with the nearest name of each and the header found
     */
    public static void refuse(Map<SourceFile, List<String>> wanted) {
        List<String> lacks = new ArrayList<>();
        wanted.forEach((file, columns) -> {
            CsvHeader header = file.header();
            List<String> missing = columns.stream()
                    .filter(column -> !header.names().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                lacks.add(lack(header, missing, columns));
            }
        });
        if (!lacks.isEmpty()) {
            throw new InputException(String.join("\n", lacks) + (lacks.size() > 1 ? "\n" : " ")
                    + "Columns may stand in any order, but each that is read must be there.");
        }
    }

    private static String lack(CsvHeader header, List<String> missing, List<String> wanted) {
        List<String> strangers =
                header.names().stream().filter(name -> !wanted.contains(name)).toList();
        List<String> names = missing.stream()
                .map(column -> column
                        + NearestName.of(column, strangers)
                                .map(near -> " (is it " + shown(near) + "?)")
                                .orElse(""))
                .toList();
        return header.file() + " has no column" + (missing.size() > 1 ? "s " : " ") + String.join(", ", names)
                + "; its header is " + shown(String.join(",", header.names())) + ".";
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
