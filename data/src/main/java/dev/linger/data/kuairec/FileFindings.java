package dev.linger.data.kuairec;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.linger.data.InputException;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.kuairec.DataReport.Action;
import dev.linger.data.kuairec.DataReport.Example;
import dev.linger.data.kuairec.DataReport.InputFile;
import dev.linger.data.kuairec.DataReport.RuleHit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Counts what the rules find in one file, and stops the run where a file is too damaged or of another data set. */
final class FileFindings {
    private static final int MAX_EXAMPLES = 5;

    private final SourceFile file;
    private final Map<CleaningRule, Tally> tallies = new EnumMap<>(CleaningRule.class);
    private final List<Example> unreadable = new ArrayList<>();
    private long rowsRead;
    private long rowsDropped;
    private long unreadableRows;
    private long lastUnreadableLine;
    private String sha256 = "";

    FileFindings(SourceFile file) {
        this.file = file;
    }

    SourceFile file() {
        return file;
    }

    void rowsRead(long count) {
        rowsRead += count;
    }

    void sha256(String digest) {
        sha256 = digest;
    }

    /** Counts a row; {@code text} is asked for the first few only. */
    void hit(CleaningRule rule, Action action, long line, String column, Supplier<String> text) {
        Tally tally = tallies.computeIfAbsent(rule, first -> new Tally(action));
        tally.rows++;
        boolean gone = action == Action.DROPPED || action == Action.MERGED;
        rowsDropped += gone ? 1 : 0;
        if (tally.examples.size() < MAX_EXAMPLES) {
            tally.examples.add(new Example(file.name(), line, column, text.get()));
        }
        if (rule.unreadable() && line != lastUnreadableLine) {
            unreadableRows++;
            lastUnreadableLine = line;
            if (unreadable.size() < MAX_EXAMPLES) {
                unreadable.add(new Example(file.name(), line, column, text.get()));
            }
        }
    }

    /** Counts a piece of a torn caption. */
    void brokenCaption(CsvRecord piece) {
        rowsRead(1);
        hit(
                CleaningRule.BROKEN_CAPTION,
                Action.DROPPED,
                piece.getStartingLineNumber(),
                "",
                () -> piece.getFieldCount() + " fields");
    }

    /** Stops the run where the file has no rows, or too many unreadable ones, or too many with unknown ids. */
    void check(CleaningConfig config) {
        if (rowsRead == 0) {
            throw new InputException(file.name() + " has a header but no rows.");
        }
        if (unreadableRows > config.maxBadShare() * rowsRead) {
            throw new InputException(unreadableRows + " of " + rowsRead + " rows of " + file.name()
                    + " cannot be read, more than maxBadShare " + config.maxBadShare() + " allows; the first:\n  "
                    + unreadable.stream().map(Example::toString).collect(Collectors.joining("\n  "))
                    + "\nMend the file, or raise maxBadShare to leave such rows out.");
        }
        long unknown = rows(CleaningRule.UNKNOWN_USER) + rows(CleaningRule.UNKNOWN_VIDEO);
        if (unknown > config.maxUnknownIdShare() * rowsRead) {
            throw new InputException(unknown + " of " + rowsRead + " rows of " + file.name()
                    + " name a user or video that the side tables do not know, more than maxUnknownIdShare "
                    + config.maxUnknownIdShare()
                    + " allows. Two versions of the data set may be mixed: their ids are shifted against each other,"
                    + " so take all files from one release.");
        }
    }

    InputFile inputFile() {
        return new InputFile(file.name(), file.bytes(), sha256, rowsRead, rowsRead - rowsDropped);
    }

    List<RuleHit> hits() {
        List<RuleHit> hits = new ArrayList<>();
        tallies.forEach(
                (rule, tally) -> hits.add(new RuleHit(file.name(), rule, tally.action, tally.rows, tally.examples)));
        return hits;
    }

    private long rows(CleaningRule rule) {
        Tally tally = tallies.get(rule);
        return tally == null ? 0 : tally.rows;
    }

    private static final class Tally {
        private final Action action;
        private final List<Example> examples = new ArrayList<>();
        private long rows;

        private Tally(Action action) {
            this.action = action;
        }
    }
}
