package dev.linger.benchmarks;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** One row a benchmark and setting: the rows of an operation, its time in every counted repeat, rows a second. */
final class KernelTable {
    private static final String ROWS = "rows";

    private KernelTable() {}

    static ResultTable of(Collection<RunResult> results) {
        List<Column> columns = List.of(
                Column.text("benchmark"),
                Column.text("setting"),
                Column.integer("rows"),
                Column.integer("repeats"),
                Column.decimal("min ms", 1),
                Column.decimal("median ms", 1),
                Column.decimal("max ms", 1),
                Column.decimal("rows a second", 0));
        List<String> notes = new ArrayList<>();
        notes.add("rows: of one operation; what they are stands in each benchmark's doc; rows a second: at the median");
        notes.addAll(optionsOfJava(results));
        return new ResultTable(
                "kernels",
                "Kernels: one operation",
                null,
                columns,
                results.stream().map(KernelTable::row).toList(),
                notes);
    }

    /** For each set of options of Java the benchmarks that were given it. */
    private static List<String> optionsOfJava(Collection<RunResult> results) {
        Map<String, Set<String>> benchmarks = new TreeMap<>();
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            String process = params.getForks() == 0
                    ? "in the process that prints this, for debugging only"
                    : "java " + String.join(" ", params.getJvmArgs());
            benchmarks.computeIfAbsent(process, none -> new TreeSet<>()).add(name(params));
        }
        return benchmarks.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()))
                .toList();
    }

    /** Class and method. */
    private static String name(BenchmarkParams params) {
        String name = params.getBenchmark();
        return name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    }

    private static List<Cell> row(RunResult result) {
        BenchmarkParams params = result.getParams();
        String setting = params.getParamsKeys().stream()
                .map(key -> key + "=" + params.getParam(key))
                .collect(Collectors.joining(" "));
        List<Double> millis = new ArrayList<>();
        double rows = 0;
        for (IterationResult repeat : repeats(result)) {
            millis.add(repeat.getPrimaryResult().getScore());
            Result<?> counted = repeat.getSecondaryResults().get(ROWS);
            rows = counted == null ? 0 : counted.getScore();
        }
        Spread spread = new Spread(millis);
        return List.of(
                Cell.of(name(params)),
                Cell.of(setting),
                Cell.of(Math.round(rows)),
                Cell.of((long) millis.size()),
                Cell.of(spread.min()),
                Cell.of(spread.median()),
                Cell.of(spread.max()),
                Cell.of(rows / (spread.median() / 1_000)));
    }

    private static List<IterationResult> repeats(RunResult result) {
        List<IterationResult> repeats = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            repeats.addAll(fork.getIterationResults());
        }
        return repeats;
    }
}
