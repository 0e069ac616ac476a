package dev.linger.data.kuairec.files;

import dev.linger.data.InputException;
import dev.linger.data.RegularFile;
import dev.linger.data.csv.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    private static final String LOG = "big_matrix.csv";
    private static final String USERS = "user_features.csv";
    private static final String TAGS = "item_categories.csv";
    private static final String DAILY = "item_daily_features.csv";
    private static final String SMALL_MATRIX = "small_matrix.csv";
    private static final String FRIENDS = "social_network.csv";
    private static final String CAPTIONS = "kuairec_caption_category.csv";
    private static final List<String> REQUIRED = List.of(LOG, USERS, TAGS, DAILY);
    private static final List<String> OPTIONAL = List.of(SMALL_MATRIX, FRIENDS, CAPTIONS);
    private static final String EXPECTED = "Expected are " + String.join(", ", REQUIRED) + " and, where there, "
            + String.join(", ", OPTIONAL) + "; each may end in .gz.";

    /**
     * The files of the directory; an {@link InputException} where it or a required file is missing, or something stands in a
     * file's place that cannot be read as one.
     */
    public static DataDirectory in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new InputException((Files.exists(directory)
                            ? directory + " is no directory. "
                            : "there is no directory " + directory + ". ")
                    + EXPECTED);
        }
        Stream.concat(REQUIRED.stream(), OPTIONAL.stream())
                .flatMap(name -> Stream.of(name, name + ".gz"))
                .forEach(name -> RegularFile.isThere(directory.resolve(name)));
        List<String> missing = REQUIRED.stream()
                .filter(name -> SourceFile.find(directory, name).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new InputException(directory + " has no " + String.join(", no ", missing) + ". " + EXPECTED);
        }
        return new DataDirectory(
                SourceFile.find(directory, LOG).orElseThrow(),
                SourceFile.find(directory, USERS).orElseThrow(),
                SourceFile.find(directory, TAGS).orElseThrow(),
                SourceFile.find(directory, DAILY).orElseThrow(),
                SourceFile.find(directory, SMALL_MATRIX),
                SourceFile.find(directory, FRIENDS),
                SourceFile.find(directory, CAPTIONS));
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
