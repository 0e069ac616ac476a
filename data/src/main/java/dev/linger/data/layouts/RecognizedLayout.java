package dev.linger.data.layouts;

import dev.linger.data.InputException;
import dev.linger.data.layouts.BuiltInDataSources.Layout;
import dev.linger.data.plays.PlaysSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of Linger's own layouts the files of a path have, told by their names. */
public final class RecognizedLayout {
    private static final int SHOWN = 12;

    /** Folders in which data sets are published, below the one that is unpacked. */
    private static final String INNER = "data";

    private RecognizedLayout() {}

    /**
     * The type by which a configuration chooses the layout.
     *
     * @param path a file, or a folder
     * @throws InputException where the names are of no layout, or of several; it tells what was looked for and found
     */
    public static String of(Path path) {
        if (PlaysSource.isTable(path)) {
            return BuiltInDataSources.PLAYS;
        }
        List<String> names = names(path);
        List<Layout> found = BuiltInDataSources.NAMED.stream()
                .filter(layout -> names.stream().anyMatch(layout.isOne()))
                .toList();
        if (found.size() > 1) {
            throw new InputException(path + " holds files of " + joined(found, Layout::name, " and of ") + ": "
                    + shown(names) + ". Leave those of one, or say which with "
                    + joined(found, layout -> "--set data.type=" + layout.type(), " or ") + ".");
        }
        if (found.size() == 1) {
            return found.get(0).type();
        }
        List<String> tables = names.stream().filter(PlaysSource::isOne).toList();
        if (tables.size() != 1) {
            throw new InputException(tables.isEmpty() ? none(path, names) : several(path, tables));
        }
        return BuiltInDataSources.PLAYS;
    }

    /** The same where it is not the layout that a configuration has if it names none. */
    public static Optional<String> unlikeDefault(Path path) {
        return Optional.of(of(path))
                .filter(type -> !type.equals(BuiltInDataSources.NAMED.get(0).type()));
    }

    private static String none(Path path, List<String> names) {
        Path inner = path.resolve(INNER);
        String hint = Files.isDirectory(inner) ? " There is a folder " + inner + ": is it the one?" : "";
        return path + " holds the files of no layout that is known: "
                + joined(BuiltInDataSources.NAMED, layout -> "no " + layout.files() + " of " + layout.name() + ", ", "")
                + "no table of plays (.csv, .tsv, .txt, each maybe with .gz, or .parquet). "
                + (names.isEmpty() ? "It holds no file." : "Its files are " + shown(names) + ".") + hint;
    }

    private static String joined(List<Layout> layouts, Function<Layout, String> text, String between) {
        return layouts.stream().map(text).collect(Collectors.joining(between));
    }

    private static String several(Path path, List<String> tables) {
        return path + " holds " + tables.size() + " tables, and none has a name of "
                + joined(BuiltInDataSources.NAMED, layout -> layout.name() + "'s", " or ") + ": " + shown(tables)
                + ". Name the table of plays itself, such as --data " + path.resolve(tables.get(0))
                + ".";
    }

    private static String shown(List<String> names) {
        return names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? ", ... (" + names.size() + ")" : "");
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new InputException(folder + " cannot be read (" + failure + ")", failure);
        }
    }
}
