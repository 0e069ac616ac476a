package dev.linger.data.layouts;

import dev.linger.data.InputException;
import dev.linger.data.kuairand.KuaiRandSource;
import dev.linger.data.kuairec.KuaiRecSource;
import dev.linger.data.plays.PlaysSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        boolean kuaiRec = names.stream().anyMatch(KuaiRecSource::isOne);
        boolean kuaiRand = names.stream().anyMatch(KuaiRandSource::isOne);
        if (kuaiRec && kuaiRand) {
            throw new InputException(path + " holds files of KuaiRec and of KuaiRand: " + shown(names)
                    + ". Leave those of one, or say which with --set data.type=" + BuiltInDataSources.KUAIREC
                    + " or --set data.type=" + BuiltInDataSources.KUAIRAND + ".");
        }
        List<String> tables = names.stream().filter(PlaysSource::isOne).toList();
        if (!kuaiRec && !kuaiRand && tables.size() != 1) {
            throw new InputException(tables.isEmpty() ? none(path, names) : several(path, tables));
        }
        return kuaiRec ? BuiltInDataSources.KUAIREC : kuaiRand ? BuiltInDataSources.KUAIRAND : BuiltInDataSources.PLAYS;
    }

    /** The same where it is not the layout that a configuration has if it names none. */
    public static Optional<String> unlikeDefault(Path path) {
        return Optional.of(of(path)).filter(type -> !type.equals(BuiltInDataSources.KUAIREC));
    }

    private static String none(Path path, List<String> names) {
        Path inner = path.resolve(INNER);
        String hint = Files.isDirectory(inner) ? " There is a folder " + inner + ": is it the one?" : "";
        return path
                + " holds the files of no layout that is known: no big_matrix.csv, item_categories.csv, ... of KuaiRec,"
                + " no log_standard_*.csv, ... of KuaiRand, no table of plays (.csv, .tsv, .txt, each maybe with .gz, or .parquet). "
                + (names.isEmpty() ? "It holds no file." : "Its files are " + shown(names) + ".") + hint;
    }

    private static String several(Path path, List<String> tables) {
        return path + " holds " + tables.size() + " tables, and none has a name of KuaiRec's or KuaiRand's: "
                + shown(tables) + ". Name the table of plays itself, such as --data " + path.resolve(tables.get(0))
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
