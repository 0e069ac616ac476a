package dev.linger.data.plays;

import dev.linger.data.InputException;
import dev.linger.data.csv.RowFile;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.parquet.ParquetRows;
import dev.linger.data.plays.PlaysSource.Delimiter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Finds the table that is meant by a path: a file of text or Parquet, a folder of Parquet files as Spark writes it, or the one
 * table of a folder.
 */
final class PlaysTable {
    private static final List<String> PARQUET = List.of(".parquet", ".parq", ".pq");
    private static final List<String> TEXT = List.of(".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", ".txt.gz");
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.ISO_8859_1);

    private PlaysTable() {}

    /** Whether a file of this name may be one. */
    static boolean isOne(String name) {
        return !isHidden(name) && (hasEnding(name, TEXT) || hasEnding(name, PARQUET));
    }

    /** As Spark, macOS and others hide files by their first character. */
    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.startsWith("_");
    }

    static RowFile at(Path path, String name, Delimiter delimiter) {
        if (Files.isRegularFile(path)) {
            return file(path, delimiter);
        }
        if (!Files.isDirectory(path)) {
            throw new InputException("there is no file or folder " + path);
        }
        if (name.isEmpty()) {
            return ofFolder(path, delimiter);
        }
        Path named = path.resolve(name);
        if (!Files.isRegularFile(named)) {
            throw new InputException("there is no file " + named + ", which data.file names");
        }
        return file(named, delimiter);
    }

    /** Whether a folder has Parquet files, and no others that may hold rows. */
    static boolean isFolderOfParquet(Path folder) {
        return Files.isDirectory(folder)
                && !files(folder, PARQUET).isEmpty()
                && files(folder, TEXT).isEmpty();
    }

    private static RowFile file(Path path, Delimiter delimiter) {
        return hasEnding(path.toString(), PARQUET) || beginsAsParquet(path)
                ? ParquetRows.of(path)
                : text(path, delimiter);
    }

    private static boolean beginsAsParquet(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException failure) {
            throw new InputException(path + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static RowFile text(Path path, Delimiter delimiter) {
        SourceFile plain = SourceFile.at(path);
        return plain.delimitedBy(delimiter(plain, delimiter));
    }

    private static RowFile ofFolder(Path folder, Delimiter delimiter) {
        List<Path> texts = files(folder, TEXT);
        List<Path> parts = files(folder, PARQUET);
        if (texts.isEmpty() && !parts.isEmpty()) {
            return parts.size() == 1 ? ParquetRows.of(parts.get(0)) : ParquetRows.of("*.parquet", parts);
        }
        if (texts.size() != 1 || !parts.isEmpty()) {
            int all = texts.size() + parts.size();
            throw new InputException(folder + " holds " + (all == 0 ? "no" : all + "") + " files of rows ("
                    + String.join(", ", TEXT) + "), and one is expected, or only files of Parquet ("
                    + String.join(", ", PARQUET) + "); name the file itself with --data, or by data.file");
        }
        return text(texts.get(0), delimiter);
    }

    /** Files in order of their names, without hidden ones. */
    private static List<Path> files(Path folder, List<String> endings) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> hasEnding(file.toString(), endings))
                    .filter(file -> !isHidden(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new InputException(folder + " cannot be read (" + failure + ")", failure);
        }
    }

    private static boolean hasEnding(String name, List<String> endings) {
        return endings.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    private static char delimiter(SourceFile plain, Delimiter wanted) {
        return switch (wanted) {
            case COMMA -> ',';
            case SEMICOLON -> ';';
            case TAB -> '\t';
            case AUTO ->
                mostOf(String.join(",", plain.delimitedBy('\t').header().names()), plain);
        };
    }

    /** The header is read with tabs as commas, for a tab may stand in no cell. */
    private static char mostOf(String header, SourceFile plain) {
        long tabs = header.chars().filter(c -> c == ',').count();
        String original = plain.delimitedBy('\t').original(header);
        long commas = original.chars().filter(c -> c == ',').count();
        long semicolons = original.chars().filter(c -> c == ';').count();
        return tabs > Math.max(commas, semicolons) ? '\t' : semicolons > commas ? ';' : ',';
    }
}
