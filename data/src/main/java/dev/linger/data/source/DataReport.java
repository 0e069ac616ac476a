package dev.linger.data.source;

import java.io.Serializable;
import java.util.List;

/**
 * What was read and what became of it. A row of the log is dropped by one rule at most, so rows kept = rows read - rows
 * of the rules that dropped some.
 *
 * @param files the files, in the order they were read
 * @param rules all rules that rows were held against, in the order of reports
 * @param hits the rules that hit at least one row, by file in that order, then in the order of the rules
 * @param log what the log looks like after cleaning
 * @param unread what of the layout was not read, and why, a line each
 */
public record DataReport(
        List<InputFile> files, List<CleaningRule> rules, List<RuleHit> hits, LogStatistics log, List<String> unread) {
    public DataReport {
        unread = List.copyOf(unread);
        files = List.copyOf(files);
        rules = List.copyOf(rules);
        hits = List.copyOf(hits);
    }

    /** The report of a data set of which all was read. */
    public DataReport(List<InputFile> files, List<CleaningRule> rules, List<RuleHit> hits, LogStatistics log) {
        this(files, rules, hits, log, List.of());
    }

    /** The same of a data set of which something was not read. */
    public DataReport without(List<String> unread) {
        return new DataReport(files, rules, hits, log, unread);
    }

    /** The report of files whose rows were counted, of a layout with these rules beside {@link BrokenRowRules}. */
    public static DataReport of(List<CleaningRule> rules, List<FileFindings> findings, LogStatistics log) {
        return new DataReport(
                findings.stream().map(FileFindings::inputFile).toList(),
                FileFindings.withBrokenRows(rules),
                findings.stream().flatMap(found -> found.hits().stream()).toList(),
                log);
    }

    /** The rules that hit a row of any file, in the order of reports. */
    public List<CleaningRule> rulesThatHit() {
        return rules.stream()
                .filter(rule -> hits.stream().anyMatch(hit -> hit.rule().equals(rule)))
                .toList();
    }

    /** A line for each rule that dropped more than half the rows of a file, with one of them and what the rule looks at. */
    public List<String> heavyLosses() {
        return files.stream()
                .flatMap(file -> hits.stream()
                        .filter(hit -> hit.file().equals(file.name()))
                        .filter(hit -> hit.action() == Action.DROPPED && hit.rows() > file.rowsRead() / 2.0)
                        .map(hit -> hit.rule().name() + " drops " + hit.rows() + " of the " + file.rowsRead()
                                + " rows of "
                                + file.name() + ", such as " + hit.examples().get(0) + ". "
                                + hit.rule().description()))
                .toList();
    }

    /** A line for each file some of whose ids look like numbers while others do not. */
    public List<String> mixedIds() {
        return hits.stream()
                .filter(hit -> hit.rule().equals(PlayRowRules.MIXED_IDS))
                .map(hit -> "ids of " + hit.file() + " are taken as texts: " + hit.rows()
                        + (hit.rows() == 1 ? " is" : " are") + " written otherwise than the rest, such as "
                        + hit.examples().get(0) + " (data.ids)")
                .toList();
    }

    /**
     * A file as it was read.
     *
     * @param name with {@code .gz} where it is gzipped
     * @param bytes size on disk
     * @param sha256 digest of those bytes, in hexadecimal digits
     * @param lines lines of its text: the header, rows, lines that are no row, further lines of rows, blank lines;
     *     where a file has no lines, its header and its rows
     * @param rowsRead rows below the header, and lines that are no row
     * @param rowsKept rows that went into the data set
     */
    public record InputFile(String name, long bytes, String sha256, long lines, long rowsRead, long rowsKept) {}

    /**
     * A rule that hit rows of a file.
     *
     * @param file the file's name
     * @param rule the rule
     * @param action what became of the rows
     * @param rows how many were hit
     * @param examples the first few of them
     */
    public record RuleHit(String file, CleaningRule rule, Action action, long rows, List<Example> examples)
            implements Serializable {
        private static final long serialVersionUID = 1;

        public RuleHit {
            examples = List.copyOf(examples);
        }
    }

    /** What became of the rows that a rule hit. */
    public enum Action {
        DROPPED,
        KEPT,
        /** The row was dropped in favour of another with the same key. */
        MERGED,
        /** The row was kept without the cell. */
        EMPTIED
    }

    /**
     * A row that a rule hit.
     *
     * @param file the file's name
     * @param line the line on which the row begins, the header being line 1, or the number of the row from 1 where a file has
     *     no lines; 0 where the row was found after sorting
     * @param column the column looked at, "" for the whole row
     * @param text what stands there
     */
    public record Example(String file, long line, String column, String text) implements Serializable {
        private static final long serialVersionUID = 1;

        /** The same so many lines further down. */
        Example movedBy(long lines) {
            return new Example(file, line + lines, column, text);
        }

        /** {@code big_matrix.csv:17}. */
        public String place() {
            return file + (line > 0 ? ":" + line : "");
        }

        /** {@code big_matrix.csv:17 play_duration "abc"}. */
        @Override
        public String toString() {
            return place() + (column.isEmpty() ? "" : " " + column) + " \"" + text + "\"";
        }
    }

    /** How many rows of a file a rule hit; the file is named without {@code .gz}. */
    public long rowsHit(String file, CleaningRule rule) {
        return hits.stream()
                .filter(hit -> hit.rule().equals(rule)
                        && (hit.file().equals(file) || hit.file().equals(file + ".gz")))
                .mapToLong(RuleHit::rows)
                .sum();
    }
}
