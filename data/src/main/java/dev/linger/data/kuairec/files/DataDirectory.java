package dev.linger.data.kuairec.files;

import dev.linger.data.InputException;
import dev.linger.data.RegularFile;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.source.FileProblems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a directory in the KuaiRec layout; each plain or gzipped. */
public record DataDirectory(
        SourceFile log,
        SourceFile users,
        SourceFile tags,
        SourceFile daily,
        Optional<SourceFile> smallMatrix,
        Optional<SourceFile> friends,
        Optional<SourceFile> captions) {
    public static final String LOG = "big_matrix.csv";
    public static final String USERS = "user_features.csv";
    public static final String TAGS = "item_categories.csv";
    public static final String DAILY = "item_daily_features.csv";
    public static final String SMALL_MATRIX = "small_matrix.csv";
    public static final String FRIENDS = "social_network.csv";
    public static final String CAPTIONS = "kuairec_caption_category.csv";
    private static final List<String> REQUIRED = List.of(LOG, USERS, TAGS, DAILY);
    private static final List<String> OPTIONAL = List.of(SMALL_MATRIX, FRIENDS, CAPTIONS);
    private static final List<String> NAMES =
            Stream.concat(REQUIRED.stream(), OPTIONAL.stream()).toList();
    private static final String EXPECTED = "Expected are " + String.join(", ", REQUIRED) + " and, where there, "
            + String.join(", ", OPTIONAL) + "; each may end in .gz.";

    /**
     * The files of the directory.
     *
     * @param columns the columns that are read of a file by its name
     * @throws InputException where the directory is missing, something stands in a file's place that cannot be read as one,
     *     or, all at once, required files or columns are missing
     */
    public static DataDirectory in(Path directory, Map<String, List<String>> columns) {
        if (!Files.isDirectory(directory)) {
            throw new InputException((Files.exists(directory)
                            ? directory + " is no directory. "
                            : "there is no directory " + directory + ". ")
                    + EXPECTED);
        }
        NAMES.stream()
                .flatMap(name -> Stream.of(name, name + ".gz"))
                .forEach(name -> RegularFile.isThere(directory.resolve(name)));
        FileProblems problems = new FileProblems();
        List<String> missing = REQUIRED.stream()
                .filter(name -> SourceFile.find(directory, name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            problems.add(directory + " has no " + String.join(", no ", missing));
        }
        for (String name : NAMES) {
            SourceFile.find(directory, name)
                    .ifPresent(file -> problems.requireColumns(file, columns.getOrDefault(name, List.of())));
        }
        problems.refuse(missing.isEmpty() ? "" : EXPECTED);
        return new DataDirectory(
                SourceFile.find(directory, LOG).orElseThrow(),
                SourceFile.find(directory, USERS).orElseThrow(),
                SourceFile.find(directory, TAGS).orElseThrow(),
                SourceFile.find(directory, DAILY).orElseThrow(),
                SourceFile.find(directory, SMALL_MATRIX),
                SourceFile.find(directory, FRIENDS),
                SourceFile.find(directory, CAPTIONS));
    }

    /** Whether a file of this name belongs to the layout. */
    public static boolean isOne(String name) {
        return NAMES.contains(name.replaceFirst("\\.gz$", ""));
    }

    /** All files but the log. */
    public List<SourceFile> besideLog() {
        return Stream.concat(
                        Stream.of(users, tags, daily),
                        Stream.of(smallMatrix, friends, captions).flatMap(Optional::stream))
                .toList();
    }

    /** The size of all files on disk. */
    public long bytes() {
        return log.bytes() + besideLog().stream().mapToLong(SourceFile::bytes).sum();
    }
}
