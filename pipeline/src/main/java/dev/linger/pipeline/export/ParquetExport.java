package dev.linger.pipeline.export;

import dev.linger.data.InputException;
import dev.linger.data.parquet.ParquetColumn;
import dev.linger.data.parquet.ParquetWriter;
import dev.linger.pipeline.comparison.StoredTable;
import dev.linger.pipeline.report.IdColumn;
import dev.linger.pipeline.report.IdValues;
import dev.linger.pipeline.report.ParquetIds;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.TablesFolder;
import dev.linger.pipeline.report.UserValues;
import dev.linger.pipeline.report.tables.RelevantPairs;
import dev.linger.pipeline.report.tables.VideosAtCut;
import dev.linger.pipeline.run.RunSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finished run as Parquet files: tables, values by user, by relevant pair and by video, candidates and recommendations, each
 * with the columns of its CSV file. What the run wrote stays as it is.
 */
public final class ParquetExport {
    /** The folder of the files, in that of the run. */
    public static final String FOLDER = "parquet";

    private static final String ENDING = ".parquet";
    private static final List<String> LIST_KEYS = List.of("user_id", "rank", "video_id");

    /** Lists, and values by other ids than those of users alone. */
    private static final List<ByIds> BY_IDS = List.of(
            new ByIds("candidates.csv", LIST_KEYS),
            new ByIds("recommendations.csv", LIST_KEYS),
            new ByIds(RelevantPairs.FILE, RelevantPairs.KEYS),
            new ByIds(VideosAtCut.FILE, VideosAtCut.KEYS));

    /**
     * A file of values by ids.
     *
     * @param file its name
     * @param keys names of the ids
     */
    private record ByIds(String file, List<String> keys) {}

    private ParquetExport() {}

    /**
     * Writes the files. Equal runs give equal bytes.
     *
     * @param run folder of a finished run
     * @param folder must not exist yet; appears whole or not at all
     * @return how many files were written
     * @throws InputException where the run is not whole, or the folder is there or cannot be written
     */
    public static int export(Path run, Path folder) {
        RunSeal.check(run);
        TablesFolder.requireNew(folder);
        List<String> tables = names(run.resolve("tables"), ".json");
        List<String> users = names(run.resolve("per-user"), ".csv");
        List<ByIds> byIds = BY_IDS.stream()
                .filter(of -> Files.exists(run.resolve(of.file()))) // earlier versions left none
                .toList();
        TablesFolder.appear(folder, unfinished -> {
            Path ofTables = Files.createDirectory(unfinished.resolve("tables"));
            for (String table : tables) {
                write(StoredTable.read(run, table).stackable(), ofTables.resolve(table + ENDING));
            }
            Path ofUsers = Files.createDirectory(unfinished.resolve("per-user"));
            for (String id : users) {
                write(
                        IdValues.read(run.resolve(UserValues.fileName(id)), UserValues.KEYS),
                        ofUsers.resolve(id + ENDING));
            }
            for (ByIds of : byIds) {
                write(
                        IdValues.read(run.resolve(of.file()), of.keys()),
                        unfinished.resolve(of.file().replace(".csv", ENDING)));
            }
        });
        return tables.size() + users.size() + byIds.size();
    }

    private static List<String> names(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new InputException(folder + " cannot be read (" + failure + "); make the run again", failure);
        }
    }

    static void write(ResultTable table, Path file) {
        List<ParquetColumn> columns = table.fields().stream()
                .map(field -> new ParquetColumn(
                        field.name(),
                        switch (field.kind()) {
                            case TEXT -> ParquetColumn.Type.TEXT;
                            case INTEGER -> ParquetColumn.Type.LONG;
                            case DECIMAL, INTERVAL -> ParquetColumn.Type.DOUBLE;
                        }))
                .toList();
        try (ParquetWriter writer = ParquetWriter.create(file, columns)) {
            for (List<@Nullable Object> row : table.values()) {
                for (int at = 0; at < row.size(); at++) {
                    set(writer, at, row.get(at));
                }
                writer.endRow();
            }
            writer.finish();
        }
    }

    private static void set(ParquetWriter writer, int column, @Nullable Object value) {
        if (value instanceof Long whole) {
            writer.set(column, whole);
        } else if (value instanceof Double number) {
            writer.set(column, number);
        } else if (value instanceof String text) {
            writer.set(column, text);
        }
    }

    private static void write(IdValues values, Path file) {
        List<ParquetColumn> columns = new ArrayList<>();
        for (int key = 0; key < values.keys().size(); key++) {
            columns.add(new ParquetColumn(
                    values.keys().get(key),
                    ParquetIds.type(values.ids().get(key).ids())));
        }
        values.columns().forEach(name -> columns.add(new ParquetColumn(name, ParquetColumn.Type.DOUBLE)));
        int keys = values.keys().size();
        try (ParquetWriter writer = ParquetWriter.create(file, columns)) {
            for (int row = 0; row < values.size(); row++) {
                for (int key = 0; key < keys; key++) {
                    IdColumn ids = values.ids().get(key);
                    ParquetIds.set(writer, key, ids.ids().id(ids.rows()[row]));
                }
                for (int column = 0; column < values.values().length; column++) {
                    double value = values.values()[column][row];
                    if (!Double.isNaN(value)) {
                        writer.set(keys + column, value);
                    }
                }
                writer.endRow();
            }
            writer.finish();
        }
    }
}
