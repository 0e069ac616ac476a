package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.comparison.CutOfRun.Place;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Several configurations, each at the same cuts and seeds, the first of them against each of the others. A figure at a cut is
 * the mean of its seeds; the mean is that of the cuts.
 */
public final class VariantsComparison {
    /** The tables' ids. */
    static final List<String> IDS = List.of("variants", "variant-differences");

    private static final int DIGITS = 4;

    /** The runs of each configuration, by its name and then by cut and seed. */
    private final Map<String, Map<Place, StoredRun>> variants = new LinkedHashMap<>();

    private final String first;

    /** The runs of the first. */
    private final Map<Place, StoredRun> base;

    private VariantsComparison(List<Path> folders) {
        Map<String, List<CutOfRun>> cuts = new LinkedHashMap<>();
        for (Path folder : folders) {
            StoredRun run = StoredRun.read(folder);
            CutOfRun cut = CutOfRun.ofChecked(folder);
            String name = run.summary().name();
            cuts.computeIfAbsent(name, absent -> new ArrayList<>()).add(cut);
            variants.computeIfAbsent(name, absent -> new LinkedHashMap<>()).put(cut.place(), run);
        }
        cuts.values().forEach(CutOfRun::requireOneConfiguration);
        Map.Entry<String, Map<Place, StoredRun>> entry =
                variants.entrySet().iterator().next();
        first = entry.getKey();
        base = entry.getValue();
        variants.forEach(this::requireSamePlaces);
    }

    private void requireSamePlaces(String name, Map<Place, StoredRun> runs) {
        for (Place place : runs.keySet()) {
            if (!base.containsKey(place)) {
                throw new InputException(name + " has a run with " + place + ", but " + first
                        + " has none; every configuration needs the same cuts and seeds");
            }
        }
        base.forEach((place, run) -> {
            StoredRun other = runs.get(place);
            if (other == null) {
                throw new InputException(first + " has a run with " + place + ", but " + name
                        + " has none; every configuration needs the same cuts and seeds");
            }
            Comparability.require(run, other);
        });
    }

    /**
     * The table of the figures, then that of the differences.
     *
     * @param folders of finished runs; those of one name are of one configuration
     * @throws InputException if a folder is not that of a finished run, runs of one name differ in more than {@code
     *     split.testShare} and {@code seed}, or configurations do not have the same of these
     */
    public static List<ResultTable> of(List<Path> folders) {
        if (folders.isEmpty()) {
            throw new InputException("there must be a run folder but there is none");
        }
        VariantsComparison comparison = new VariantsComparison(folders);
        return List.of(comparison.figures(), comparison.differences());
    }

    /** Whether finished runs are of several names, and so of several configurations. */
    public static boolean isOfSeveral(List<Path> folders) {
        return folders.stream()
                        .filter(RunSummary::isIn)
                        .map(folder ->
                                JsonFile.read(folder.resolve(RunSummary.FILE)).text("/name"))
                        .distinct()
                        .count()
                > 1;
    }

    private RunSummary summary() {
        return base.values().iterator().next().summary();
    }

    private ResultTable figures() {
        List<Column> columns = new ArrayList<>(List.of(Column.text("configuration"), Column.integer("runs")));
        List<String> names = RunsTable.figureNames(summary());
        names.forEach(name -> columns.add(Column.decimal(name, DIGITS)));
        List<List<Cell>> rows = new ArrayList<>();
        variants.forEach((name, runs) -> {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(name), Cell.of(runs.size())));
            Map<Place, List<Double>> figures = new LinkedHashMap<>();
            runs.forEach((place, run) -> figures.put(place, RunsTable.figures(run)));
            for (int at = 0; at < names.size(); at++) {
                int figure = at;
                Map<Place, Double> values = new LinkedHashMap<>();
                figures.forEach((place, ofRun) -> values.put(place, ofRun.get(figure)));
                row.add(Cell.of(mean(byCut(values).values())));
            }
            rows.add(row);
        });
        List<String> notes = new ArrayList<>(List.of("each the mean of the cuts "
                + cuts().stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ", that of a cut the mean of its seeds"));
        notes.addAll(RunsTable.notesOfFigures(summary()));
        return new ResultTable(IDS.get(0), "Variants: the mean of all cuts", null, columns, rows, notes);
    }

    private ResultTable differences() {
        List<Column> columns =
                new ArrayList<>(List.of(Column.text("against"), Column.text("relevant"), Column.text("metric")));
        cuts().forEach(cut -> columns.add(Column.decimal("cut " + cut, DIGITS)));
        columns.addAll(List.of(
                Column.decimal("mean", DIGITS),
                Column.integer("runs"),
                Column.integer("above"),
                Column.integer("below")));
        List<List<Cell>> rows = new ArrayList<>();
        variants.forEach((name, runs) -> {
            for (int rule = 0; !name.equals(first) && rule < summary().rules().size(); rule++) {
                for (String metric : RunsTable.toReadFirst(summary())) {
                    rows.add(row(name, runs, rule, metric));
                }
            }
        });
        return new ResultTable(
                IDS.get(1),
                "Variants: " + first + " less each other",
                null,
                columns,
                rows,
                List.of(
                        "end-to-end; cut: split.testShare, the share of the rows that are the test",
                        "above, below: runs whose 95% interval over resampled users has the difference on one side of 0; what"
                                + " another seed would change is not in it"));
    }

    private List<Cell> row(String name, Map<Place, StoredRun> others, int rule, String metric) {
        Map<Place, PairedBootstrap.Difference> differences = new LinkedHashMap<>();
        others.forEach((place, other) -> {
            StoredRun run = Objects.requireNonNull(base.get(place));
            differences.put(place, run.bootstrap().compare(run.values(rule, metric), other.values(rule, metric)));
        });
        Map<Place, Double> means = new LinkedHashMap<>();
        differences.forEach((place, difference) -> means.put(place, difference.mean()));
        List<Cell> row = new ArrayList<>(
                List.of(Cell.of(name), Cell.of(summary().rules().get(rule).relevance()), Cell.of(metric)));
        Map<Double, Double> ofCuts = byCut(means);
        ofCuts.values().forEach(mean -> row.add(Cell.of(mean)));
        row.add(Cell.of(mean(ofCuts.values())));
        row.add(Cell.of(differences.size()));
        row.add(Cell.of(differences.values().stream()
                .filter(difference -> difference.low() > 0)
                .count()));
        row.add(Cell.of(differences.values().stream()
                .filter(difference -> difference.high() < 0)
                .count()));
        return row;
    }

    private Set<Double> cuts() {
        Set<Double> cuts = new TreeSet<>();
        base.keySet().forEach(place -> cuts.add(place.testShare()));
        return cuts;
    }

    /** The mean of each cut's seeds, by rising cut. */
    private static Map<Double, Double> byCut(Map<Place, Double> values) {
        Map<Double, List<Double>> ofCuts = new TreeMap<>();
        values.forEach((place, value) -> ofCuts.computeIfAbsent(place.testShare(), cut -> new ArrayList<>())
                .add(value));
        Map<Double, Double> means = new TreeMap<>();
        ofCuts.forEach((cut, ofSeeds) -> means.put(cut, mean(ofSeeds)));
        return means;
    }

    private static double mean(Iterable<Double> values) {
        double sum = 0;
        int count = 0;
        for (double value : values) {
            sum += value;
            count++;
        }
        return sum / count;
    }
}
