package dev.linger.pipeline.malformed;

import dev.linger.data.source.DataReport;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.DataReport.Example;
import dev.linger.data.source.DataReport.InputFile;
import dev.linger.data.source.DataReport.RuleHit;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.malformed.SlowRows.Framing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a data set that was accepted is what its files say, and each line of these is accounted for. */
final class DataOracle {
    private static final Framing USUAL = new Framing(false, true);

    private static final List<Framing> FRAMINGS = List.of(
            new Framing(false, true), new Framing(false, false), new Framing(true, true), new Framing(true, false));

    private DataOracle() {}

    /**
     * What is wrong with a data set, by the kindest way to cut the damaged file into rows.
     *
     * @param files the unpacked bytes of each file that is there, by its name without {@code .gz}
     * @param damaged the file that may be cut in other ways
     */
    static List<String> complaints(Map<String, byte[]> files, String damaged, LoadedData loaded) {
        List<String> fewest = null;
        for (Framing framing : FRAMINGS) {
            List<String> complaints = complaints(files, Map.of(damaged, framing), loaded);
            if (complaints.isEmpty()) {
                return complaints;
            }
            if (fewest == null || complaints.size() < fewest.size()) {
                fewest = complaints;
            }
        }
        return fewest;
    }

    private static List<String> complaints(
            Map<String, byte[]> files, Map<String, Framing> framings, LoadedData loaded) {
        Map<String, SlowRows> rows = new HashMap<>();
        Map<String, SlowTable> tables = new HashMap<>();
        List<String> complaints = new ArrayList<>();
        files.forEach((file, bytes) -> {
            Framing framing = framings.getOrDefault(file, USUAL);
            SlowRows cut = SlowRows.of(bytes, framing);
            rows.put(file, cut);
            tables.put(file, SlowTable.of(file, cut));
            if (cut.extraLines() > 0) {
                checkSwallowed(tables.get(file), bytes, framing.returnEndsRow(), complaints);
            }
        });
        SlowData slow = new SlowData(tables, loaded.dataset());
        complaints.addAll(slow.complaints());
        if (tables.values().stream().allMatch(table -> table.headerFault() == null)) {
            files.keySet().forEach(file -> {
                checkAccount(file, rows.get(file), loaded, complaints);
                checkHits(file, slow, loaded.report(), complaints);
            });
        }
        return complaints;
    }

    /** A quoted cell may span lines, but not lines each of which is a row of its own. */
    private static void checkSwallowed(SlowTable table, byte[] bytes, boolean returnEndsRow, List<String> complaints) {
        Set<Long> begins = new HashSet<>();
        table.rows().forEach(row -> begins.add(row.line()));
        SlowTable byLine = SlowTable.of(table.file(), SlowRows.of(bytes, new Framing(returnEndsRow, false)));
        long swallowed = byLine.rows().stream()
                .filter(row -> row.sure() && !begins.contains(row.line()))
                .count();
        if (swallowed > 0) {
            complaints.add(table.file() + ": " + swallowed + " rows are taken for parts of a quoted cell");
        }
    }

    private static void checkAccount(String file, SlowRows rows, LoadedData loaded, List<String> complaints) {
        DataReport report = loaded.report();
        InputFile read = report.files().stream()
                .filter(each -> isOf(file, each.name()))
                .findFirst()
                .orElse(null);
        if (read == null) {
            complaints.add(file + ": is not in the report");
            return;
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
        if (rows.extraLines() > 0
                && !file.equals(SoundData.CAPTIONS)
                && hits(file, report).isEmpty()) {
            complaints.add(file + ": a cell takes " + rows.extraLines() + " lines more and nothing is counted");
        }
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
