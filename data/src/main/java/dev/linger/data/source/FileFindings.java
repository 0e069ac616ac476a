package dev.linger.data.source;

import dev.linger.data.InputException;
import dev.linger.data.csv.BrokenRow;
import dev.linger.data.csv.FileReading;
import dev.linger.data.csv.RowFile;
import dev.linger.data.csv.ShownText;
import dev.linger.data.source.CleaningRule.Meaning;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.DataReport.Example;
import dev.linger.data.source.DataReport.InputFile;
import dev.linger.data.source.DataReport.RuleHit;
import dev.linger.data.source.PartFindings.Unreadable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what the rules find in one file, and stops the run where a file is too damaged or of another data set. The books
 * must balance: rows read = rows kept + rows dropped by a rule, and each row of the file was looked at once.
 */
public final class FileFindings {
    private static final int MAX_EXAMPLES = 5;

    private final RowFile file;
    private final List<CleaningRule> rules;
    private final Map<CleaningRule, Tally> tallies = new HashMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final BitSet unreadableLines = new BitSet();
    private long rowsRead;
    private long rowsDropped;
    private long unreadableRows;
    private long lines;
    private String sha256 = "";

    /** @param rules all rules of the layout but {@link BrokenRowRules}, in the order of reports */
    public FileFindings(RowFile file, List<CleaningRule> rules) {
        this.file = file;
        this.rules = withBrokenRows(rules);
    }

    static List<CleaningRule> withBrokenRows(List<CleaningRule> rules) {
        return Stream.concat(BrokenRowRules.ALL.stream(), rules.stream()).toList();
    }

    public RowFile file() {
        return file;
    }

    /** Counts rows below the header, without the broken ones. */
    public void rowsRead(long count) {
        rowsRead += count;
    }

    /** Counts a line that is no row, which is thereby dropped. */
    public void broken(BrokenRow row) {
        broken(BrokenRowRules.of(row.fault()), row);
    }

    /** The same under a rule of the layout. */
    public void broken(CleaningRule rule, BrokenRow row) {
        rowsRead(1);
        count(rule, Action.DROPPED, row.line(), row.column(), row::text);
    }

    /** Notes what the file holds, once all its rows were counted here. */
    public void reading(FileReading reading) {
        if (rowsRead != reading.rows() + reading.brokenRows()) {
            throw new IllegalStateException(file.name() + " holds " + reading.rows() + " rows and "
                    + reading.brokenRows() + " broken ones, but " + rowsRead + " were counted");
        }
        sha256 = reading.sha256();
        lines = reading.lines();
    }

    /** What was found, where the file is a part of another. */
    public PartFindings part() {
        return new PartFindings(hits(), unreadable, rowsRead, rowsDropped, unreadableRows);
    }

    /**
     * Adds what was found in a part of the file, behind all that was added before.
     *
     * @param linesBefore how many lines the file has before the part
     */
    public void add(PartFindings part, long linesBefore) {
        rowsRead += part.rowsRead();
        rowsDropped += part.rowsDropped();
        unreadableRows += part.unreadableRows();
        part.unreadable().stream()
                .limit(MAX_EXAMPLES - unreadable.size())
                .forEach(row -> unreadable.add(row.movedBy(linesBefore)));
        for (RuleHit hit : part.hits()) {
            Tally tally = tallies.computeIfAbsent(hit.rule(), first -> newTally(first, hit.action()));
            tally.rows += hit.rows();
            hit.examples().stream()
                    .limit(MAX_EXAMPLES - tally.examples.size())
                    .forEach(example -> tally.examples.add(example.movedBy(linesBefore)));
        }
    }

    /** How many rows were kept so far. */
    public long rowsKept() {
        return rowsRead - rowsDropped;
    }

    /** Says how many rows went into the data set: as many as were read and not dropped. */
    public void kept(long rows) {
        if (rows != rowsKept()) {
            throw new IllegalStateException("of " + rowsRead + " rows of " + file.name() + " " + rows
                    + " were kept and " + rowsDropped + " dropped");
        }
    }

    /**
     * Counts a row that a rule hit.
     *
     * @param line the line on which the row begins, the header being line 1
     * @param column the column looked at, "" for the whole row
     * @param text what is there; asked for the first few only, and shown cut where it is long
     */
    public void hit(CleaningRule rule, Action action, long line, String column, Supplier<String> text) {
        count(rule, action, line, column, () -> ShownText.of(text.get()));
    }

    private void count(CleaningRule rule, Action action, long line, String column, Supplier<String> text) {
        Tally tally = tallies.computeIfAbsent(rule, first -> newTally(rule, action));
        tally.rows++;
        boolean gone = action == Action.DROPPED || action == Action.MERGED;
        rowsDropped += gone ? 1 : 0;
        if (tally.examples.size() < MAX_EXAMPLES) {
            tally.examples.add(example(line, column, text));
        }
        if (rule.meaning() == Meaning.UNREADABLE && isNewUnreadable(line)) {
            unreadableRows++;
            if (unreadable.size() < MAX_EXAMPLES) {
                unreadable.add(new Unreadable(example(line, column, text), rule.name()));
            }
        }
    }

    private Example example(long line, String column, Supplier<String> text) {
        RowFile.Place place = file.place(line);
        return new Example(place.file(), place.line(), column, text.get());
    }

    /** A row with two unreadable cells is one. */
    private boolean isNewUnreadable(long line) {
        int at = (int) Math.min(line, Integer.MAX_VALUE);
        boolean first = !unreadableLines.get(at);
        unreadableLines.set(at);
        return first;
    }

    /**
     * Checks what was counted, once the file has been read.
     *
     * @throws InputException where the file has no rows, or a larger share of unreadable ones or of ones with unknown ids
     */
    public void check(double maxBadShare, double maxUnknownIdShare) {
        if (rowsRead == 0) {
            throw new InputException(file.name() + " has a header but no rows.");
        }
        if (unreadableRows > maxBadShare * rowsRead) {
            throw new InputException(unreadableRows + " of " + rowsRead + " rows of " + file.name()
                    + " cannot be read, more than maxBadShare " + maxBadShare + " allows; the first:\n  "
                    + unreadable.stream().map(Unreadable::toString).collect(Collectors.joining("\n  "))
                    + "\nMend the file, or raise maxBadShare to leave such rows out.");
        }
        long unknown = tallies.entrySet().stream()
                .filter(tally -> tally.getKey().meaning() == Meaning.UNKNOWN_ID)
                .mapToLong(tally -> tally.getValue().rows)
                .sum();
        if (unknown > maxUnknownIdShare * rowsRead) {
            throw new InputException(unknown + " of " + rowsRead + " rows of " + file.name()
                    + " name a user or video that the side tables do not know, more than maxUnknownIdShare "
                    + maxUnknownIdShare
                    + " allows. Two versions of the data set may be mixed: their ids are shifted against each other,"
                    + " so take all files from one release.");
        }
    }

    /** The file as it was read. */
    public InputFile inputFile() {
        return new InputFile(file.name(), file.bytes(), sha256, lines, rowsRead, rowsKept());
    }

    /** The rules that hit a row, in the order of reports. */
    public List<RuleHit> hits() {
        return rules.stream()
                .flatMap(rule -> Stream.ofNullable(tallies.get(rule)))
                .map(Tally::asHit)
                .toList();
    }

    private Tally newTally(CleaningRule rule, Action action) {
        if (!rules.contains(rule)) {
            throw new IllegalArgumentException("rule " + rule.name() + " is none of the layout's: " + rules);
        }
        return new Tally(rule, action);
    }

    private final class Tally {
        private final CleaningRule rule;
        private final Action action;
        private final List<Example> examples = new ArrayList<>();
        private long rows;

        private Tally(CleaningRule rule, Action action) {
            this.rule = rule;
            this.action = action;
        }

        private RuleHit asHit() {
            return new RuleHit(file.name(), rule, action, rows, examples);
        }
    }
}
