package dev.linger.pipeline.comparison;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.MarkdownFormat;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.RunSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fills the tables of a Markdown document from the folders of runs. A table stands between two comments:
 *
 * <pre>{@code
 * <!-- table: pure/default summary | rows: als, blend | columns: MAE, NDCG@10 ratio > 1.0 -->
 * ...
 * <!-- end -->
 * }</pre>
 *
 * <p>First come the run and the id of its table. A run is a folder below that of all runs, {@code pure/default} or, for the
 * newest finished one of that name, {@code pure/20261121-101500-default}. After several runs the table is one of their
 * comparison, {@code runs} or {@code differences}, or, after all runs of a folder, {@code pure-cuts/*}, one of those of several
 * cuts, {@code cuts} or {@code cut-differences}, or of several configurations at them, {@code variants} or {@code
 * variant-differences}; {@code pure-cuts/*-default} are those of one name. {@code rows} and {@code columns} choose and may be
 * left out.
 *
 * @param runs the folder of all runs
 */
public record DocumentTables(Path runs) {
    private static final String ALL = "/*";

    private static final Pattern REGION =
            Pattern.compile("(<!-- table: (.*?) -->\\n)(.*?)(<!-- end -->)", Pattern.DOTALL);

    /**
     * A document with its tables filled.
     *
     * @param text of the document
     * @param missing the runs that were not there, whose tables are as they were
     */
    public record Filled(String text, List<String> missing) {}

    /**
     * Fills every table whose runs are there.
     *
     * @throws InputException if a run is there and is not as it was written, or has no such table, row or column
     */
    public Filled fill(String document) {
        List<String> missing = new ArrayList<>();
        Set<Path> checked = new HashSet<>();
        String text = REGION.matcher(document).replaceAll(region -> {
            List<String> names =
                    new ArrayList<>(List.of(part(region.group(2), "").split(" ")));
            String id = names.remove(names.size() - 1);
            List<String> absent = names.stream()
                    .filter(name -> name.contains(ALL)
                            ? all(name).isEmpty()
                            : find(name).isEmpty())
                    .toList();
            missing.addAll(absent);
            String content = absent.isEmpty()
                    ? "\n" + content(region.group(2), folders(names, checked), id) + "\n"
                    : region.group(3);
            return Matcher.quoteReplacement(region.group(1) + content + region.group(4));
        });
        return new Filled(text, missing.stream().distinct().toList());
    }

    /** The folders of runs that are there, each checked when it is first met. */
    private List<Path> folders(List<String> names, Set<Path> checked) {
        List<Path> folders = names.stream()
                .flatMap(name -> name.contains(ALL) ? all(name).stream() : find(name).stream())
                .toList();
        folders.stream().filter(checked::add).forEach(RunSeal::check);
        return folders;
    }

    private static String content(String region, List<Path> folders, String id) {
        ResultTable table = folders.size() == 1 ? StoredTable.read(folders.get(0), id) : ofSeveral(folders, id);
        TableSelection selection = new TableSelection(list(part(region, "rows: ")), list(part(region, "columns: ")));
        return new MarkdownFormat().format(selection.of(table));
    }

    private static ResultTable ofSeveral(List<Path> folders, String id) {
        List<ResultTable> tables = CutsComparison.IDS.contains(id)
                ? CutsComparison.of(folders)
                : VariantsComparison.IDS.contains(id) ? VariantsComparison.of(folders) : RunComparison.of(folders);
        return tables.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException("a comparison of runs has no table " + id));
    }

    /** The part of the opening comment after this label; the first part has none. */
    private static String part(String region, String label) {
        String[] parts = region.split(" \\| ", -1);
        return label.isEmpty()
                ? parts[0]
                : Stream.of(parts)
                        .filter(part -> part.startsWith(label))
                        .map(part -> part.substring(label.length()))
                        .findFirst()
                        .orElse("");
    }

    private static List<String> list(String part) {
        return part.isEmpty() ? List.of() : List.of(part.split(", "));
    }

    /** The finished runs of a folder whose names end as is said, by name. */
    private List<Path> all(String name) {
        int at = name.indexOf(ALL);
        String end = name.substring(at + ALL.length());
        Path folder = runs.resolve(name.substring(0, at));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(run -> run.getFileName().toString().endsWith(end))
                    .filter(DocumentTables::isFinished)
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new InputException(folder + ": cannot be listed (" + failure + ")", failure);
        }
    }

    private Optional<Path> find(String name) {
        Path exact = runs.resolve(name);
        if (isFinished(exact)) {
            return Optional.of(exact);
        }
        Path parent = exact.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return Optional.empty();
        }
        Pattern dated = Pattern.compile(
                "\\d{8}-\\d{6}-" + Pattern.quote(exact.getFileName().toString()) + "(-\\d+)?");
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder ->
                            dated.matcher(folder.getFileName().toString()).matches())
                    .filter(DocumentTables::isFinished)
                    .max(Comparator.naturalOrder());
        } catch (IOException failure) {
            throw new InputException(parent + ": cannot be listed (" + failure + ")", failure);
        }
    }

    private static boolean isFinished(Path run) {
        return Files.isRegularFile(run.resolve(RunSeal.MANIFEST));
    }
}
