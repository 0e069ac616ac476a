package dev.linger.data.source;

import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import dev.linger.data.csv.CsvHeader;
import dev.linger.data.csv.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with the files of a layout, found before any is read, so that all of it is told at once. */
public final class FileProblems {
    private static final int SHOWN = 400;

    private final List<String> problems = new ArrayList<>();
    private boolean lacksColumns;

    /** Notes something wrong, without a full stop. */
    public void add(String problem) {
        problems.add(problem + ".");
    }

    /**
     * Notes the columns that a file lacks, with the nearest name of each and the header found, or that it has no header.
     *
     * @param wanted the columns that are read of it; where there are none, its header is not looked at
     */
    public void requireColumns(SourceFile file, List<String> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        try {
            CsvHeader header = file.header();
            List<String> missing = wanted.stream()
                    .filter(column -> !header.names().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                add(lack(header, missing, wanted));
                lacksColumns = true;
            }
        } catch (InputException unreadable) {
            problems.add(String.valueOf(unreadable.getMessage()));
        }
    }

    /**
     * Checks that nothing was noted.
     *
     * @param advice what the layout expects, in sentences
     * @throws InputException tells everything that was noted, and the advice
     */
    public void refuse(String advice) {
        if (problems.isEmpty()) {
            return;
        }
        String columns = lacksColumns ? " Columns may stand in any order, but each that is read must be there." : "";
        throw new InputException(
                String.join("\n", problems) + (problems.size() > 1 ? "\n" : " ") + (advice + columns).strip());
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
                + "; its header is " + shown(String.join(",", header.names()));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
