package dev.linger.pipeline.malformed;

import dev.linger.data.source.DataReport;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.DataReport.Example;
import dev.linger.data.source.DataReport.InputFile;
import dev.linger.data.source.DataReport.RuleHit;
import dev.linger.data.source.LoadedData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a data set that was accepted is what its files say, and each line of these is accounted for. */
final class DataOracle {
    private DataOracle() {}

    /**
     * What is wrong with a data set.
     *
     * @param files the unpacked bytes of each file that is there, by its name without {@code .gz}
     */
    static List<String> complaints(Map<String, byte[]> files, LoadedData loaded) {
        Map<String, SlowRows> rows = new HashMap<>();
        Map<String, SlowTable> tables = new HashMap<>();
        List<String> complaints = new ArrayList<>();
        files.forEach((file, bytes) -> {
            SlowRows cut = SlowRows.of(
                    bytes,
                    file.equals(SoundData.CAPTIONS),
                    SoundData.columns(file).keySet());
            rows.put(file, cut);
            tables.put(file, SlowTable.of(file, cut));
            if (cut.extraLines() > 0) {
                checkSwallowed(tables.get(file), bytes, complaints);
            }
        });
        SlowData slow = new SlowData(tables, loaded.dataset());
        complaints.addAll(slow.complaints());
        if (tables.values().stream().allMatch(table -> table.headerFault() == null)) {
            files.forEach((file, bytes) -> {
                checkAccount(file, bytes, rows.get(file), loaded, complaints);
                checkHits(file, slow, loaded.report(), complaints);
            });
        }
        return complaints;
    }

    /** A quoted cell may span lines, but not lines each of which is a row of its own. */
    private static void checkSwallowed(SlowTable table, byte[] bytes, List<String> complaints) {
        Set<Long> begins = new HashSet<>();
        table.rows().forEach(row -> begins.add(row.line()));
        long swallowed = SlowTable.of(table.file(), SlowRows.of(bytes, false, Set.of())).rows().stream()
                .filter(row -> row.sure() && !begins.contains(row.line()))
                .count();
        if (swallowed > 0) {
            complaints.add(table.file() + ": " + swallowed + " rows are taken for parts of a quoted cell");
        }
    }

    private static void checkAccount(
            String file, byte[] bytes, SlowRows rows, LoadedData loaded, List<String> complaints) {
        DataReport report = loaded.report();
        InputFile read = report.files().stream()
                .filter(each -> isOf(file, each.name()))
                .findFirst()
                .orElse(null);
        if (read == null) {
            complaints.add(file + ": is not in the report");
            return;
        }
        if (read.lines() != lines(bytes)) {
            complaints.add(file + ": " + lines(bytes) + " lines are in the file but " + read.lines() + " were read");
        }
        long inFile = rows.rows().size() - 1L;
        if (read.rowsRead() != inFile) {
            complaints.add(file + ": " + inFile + " rows are in the file but " + read.rowsRead() + " were read");
        }
        long dropped = hits(file, report).stream()
                .filter(hit -> hit.action() == Action.DROPPED || hit.action() == Action.MERGED)
                .mapToLong(RuleHit::rows)
                .sum();
        long kept = kept(file, loaded, read);
        if (read.rowsKept() != kept || read.rowsRead() != kept + dropped) {
            complaints.add(file + ": of " + read.rowsRead() + " rows " + kept + " are in the data, " + dropped
                    + " are counted as dropped, and the report says " + read.rowsKept() + " are kept");
        }
        long lines = lines(bytes);
        if (read.lines() != lines || lines != rows.rows().size() + rows.blankLines() + rows.extraLines()) {
            complaints.add(file + ": has " + lines + " lines but " + read.lines() + " were read");
        }
    }

    /** The lines of a text, the last of which need not be ended. */
    private static long lines(byte[] text) {
        long lines = 0;
        for (int at = 0; at < text.length; at++) {
            boolean firstOfTwo = text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n';
            boolean ends = text[at] == '\n' || text[at] == '\r';
            lines += ends && !firstOfTwo ? 1 : 0;
            lines += !ends && at + 1 == text.length ? 1 : 0;
        }
        return lines;
    }

    /** The rows of a file that are in the data; of files of which the data has no rows, what the report says. */
    private static long kept(String file, LoadedData loaded, InputFile read) {
        return switch (file) {
            case SoundData.LOG -> loaded.dataset().log().size();
            case SoundData.USERS -> loaded.dataset().userCount();
            case SoundData.TAGS -> loaded.dataset().itemCount();
            case SoundData.DAILY -> loaded.dataset().dailyStats().size();
            case SoundData.SMALL ->
                loaded.dataset().smallMatrix() == null
                        ? 0
                        : loaded.dataset().smallMatrix().size();
            default -> read.rowsKept();
        };
    }

    private static void checkHits(String file, SlowData slow, DataReport report, List<String> complaints) {
        List<RuleHit> hits = hits(file, report);
        Set<Long> lines = new HashSet<>();
        hits.forEach(hit -> hit.examples().stream().map(Example::line).forEach(lines::add));
        boolean allShown =
                hits.stream().allMatch(hit -> hit.rows() == hit.examples().size());
        Set<Long> must = slow.mustBeCounted(file);
        for (long line : must) {
            if (allShown && !lines.contains(line) && !lines.contains(0L)) {
                complaints.add(file + ":" + line + " is at fault and not counted");
            }
        }
        if (hits.stream().mapToLong(RuleHit::rows).sum() < must.size()) {
            complaints.add(file + ": " + must.size() + " lines are at fault but fewer are counted");
        }
        Set<Long> may = slow.mayBeCounted(file);
        lines.stream()
                .filter(line -> line != 0 && !may.contains(line))
                .forEach(line -> complaints.add(file + ":" + line + " is counted by a rule but has no fault"));
    }

    static List<RuleHit> hits(String file, DataReport report) {
        return report.hits().stream().filter(hit -> isOf(file, hit.file())).toList();
    }

    private static boolean isOf(String file, String name) {
        return name.equals(file) || name.equals(file + ".gz");
    }
}
