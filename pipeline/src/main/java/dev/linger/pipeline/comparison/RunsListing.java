package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The finished runs of a folder with the figures to read first: one row a run, the latest first. */
public final class RunsListing {
    private static final int DIGITS = 4;

    private RunsListing() {}

    /**
     * The table of a folder of runs; those that are not whole are left out, and a note says why.
     *
     * @throws InputException where there is no such folder
     */
    public static ResultTable of(Path folder) {
        List<List<Cell>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>(List.of(
                "first, second: the metrics of end to end by the first relevance rule; exposed: the first metric of what"
                        + " users were shown; seconds: as if no earlier run had kept anything"));
        for (Path run : finished(folder)) {
            try {
                rows.add(row(run));
            } catch (InputException notWhole) {
                notes.add("left out: " + notWhole.getMessage());
            }
        }
        return new ResultTable(
                "listing",
                "Runs in " + folder,
                null,
                List.of(
                        Column.text("folder"),
                        Column.text("users get"),
                        Column.text("metric"),
                        Column.decimal("first", DIGITS),
                        Column.decimal("second", DIGITS),
                        Column.decimal("exposed", DIGITS),
                        Column.decimal("MAE", DIGITS),
                        Column.decimal("seconds", 1)),
                rows,
                notes);
    }

    private static List<Path> finished(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InputException("there is no folder " + folder + "; --out names the folder of all runs");
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(RunSummary::isIn)
                    .sorted((one, other) -> other.compareTo(one))
                    .toList();
        } catch (IOException failure) {
            throw new InputException(folder + " cannot be read (" + failure + ")", failure);
        }
    }

    private static List<Cell> row(Path folder) {
        StoredRun run = StoredRun.read(folder);
        List<String> metrics = RunsTable.toReadFirst(run.summary());
        return List.of(
                Cell.of(String.valueOf(folder.getFileName())),
                Cell.of(run.summary().system()),
                Cell.of(String.join(", ", metrics)),
                Cell.of(StoredValues.mean(run.values(0, metrics.get(0)))),
                metrics.size() < 2 ? Cell.notApplicable() : Cell.of(StoredValues.mean(run.values(0, metrics.get(1)))),
                Cell.of(run.exposed()),
                Cell.of(run.mae()),
                Cell.of(run.seconds()));
    }
}
