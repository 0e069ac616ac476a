package dev.linger.data.kuairand;

import dev.linger.data.InputException;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.kuairec.tables.UserColumns;
import dev.linger.data.source.FileProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a directory in the KuaiRand layout, each plain or gzipped.
 *
 * @param standard what was shown as recommended, by name: the time of the rows rises from file to file
 * @param random what was shown at random
 * @param users attributes of users
 * @param videos attributes of videos
 * @param unread of the layout, but not read
 */
record KuaiRandFiles(
        List<SourceFile> standard,
        List<SourceFile> random,
        SourceFile users,
        SourceFile videos,
        List<SourceFile> unread) {
    /**
     * Files of the layout that hold the same.
     *
     * @param begin what their names begin with
     * @param columns what is read of each
     */
    private record Kind(String begin, List<String> columns) {
        private boolean isNameOf(String file) {
            return file.startsWith(begin) && (file.endsWith(".csv") || file.endsWith(".csv.gz"));
        }

        private List<SourceFile> in(Path directory) {
            try (Stream<Path> all = Files.list(directory)) {
                return all.filter(Files::isRegularFile)
                        .map(file -> String.valueOf(file.getFileName()))
                        .filter(this::isNameOf)
                        .map(name -> name.replaceFirst("\\.gz$", ""))
                        .distinct()
                        .sorted()
                        .flatMap(name -> SourceFile.find(directory, name).stream())
                        .toList();
            } catch (IOException failure) {
                throw new InputException(directory + " cannot be read (" + failure + ")", failure);
            }
        }
    }

    private static final Kind STANDARD = new Kind("log_standard_", PlayColumn.LABELS);
    private static final Kind RANDOM = new Kind("log_random_", PlayColumn.LABELS);
    private static final Kind USERS = new Kind("user_features_", UserColumns.NAMES);
    private static final Kind VIDEOS = new Kind("video_features_basic_", VideoColumns.NAMES);
    private static final Kind STATISTICS = new Kind("video_features_statistic_", List.of());

    private static final Pattern VERSION = Pattern.compile("_(pure|1k|27k)(_part\\d+)?\\.csv");

    private static final String EXPECTED =
            "Expected are log_standard_*.csv (as log_standard_4_08_to_4_21_pure.csv), user_features_*.csv,"
                    + " video_features_basic_*.csv and, where there, log_random_*.csv, as KuaiRand publishes them; each may"
                    + " end in .gz.";

    /** Whether a file of this name belongs to the layout. KuaiRec has files of users too, user_features_raw.csv among them. */
    static boolean isOne(String name) {
        return Stream.of(STANDARD, RANDOM, VIDEOS, STATISTICS).anyMatch(kind -> kind.isNameOf(name))
                || (USERS.isNameOf(name) && VERSION.matcher(name).find());
    }

    /**
     * The files of the directory, each with all columns that are read.
     *
     * @throws InputException names everything that is missing or of another version of KuaiRand than the rest
     */
    static KuaiRandFiles in(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new InputException((Files.exists(directory)
                            ? directory + " is no directory. "
                            : "there is no directory " + directory + ". ")
                    + EXPECTED);
        }
        List<SourceFile> standard = STANDARD.in(directory);
        List<SourceFile> random = RANDOM.in(directory);
        List<SourceFile> users = USERS.in(directory);
        List<SourceFile> videos = VIDEOS.in(directory);
        List<SourceFile> statistics = STATISTICS.in(directory);
        FileProblems problems = new FileProblems();
        if (standard.isEmpty()) {
            problems.add(directory + " has no " + STANDARD.begin() + "*.csv");
        }
        requireOne(directory, USERS, users, problems);
        requireOne(directory, VIDEOS, videos, problems);
        requireOneVersion(
                Stream.of(standard, random, users, videos, statistics)
                        .flatMap(List::stream)
                        .map(SourceFile::name)
                        .toList(),
                problems);
        standard.forEach(file -> problems.requireColumns(file, STANDARD.columns()));
        random.forEach(file -> problems.requireColumns(file, RANDOM.columns()));
        users.forEach(file -> problems.requireColumns(file, USERS.columns()));
        videos.forEach(file -> problems.requireColumns(file, VIDEOS.columns()));
        problems.refuse(EXPECTED);
        return new KuaiRandFiles(standard, random, users.get(0), videos.get(0), statistics);
    }

    private static void requireOne(Path directory, Kind kind, List<SourceFile> found, FileProblems problems) {
        if (found.isEmpty()) {
            problems.add(directory + " has no " + kind.begin() + "*.csv");
        } else if (found.size() > 1) {
            problems.add("there is more than one " + kind.begin() + "*.csv: " + names(found));
        }
    }

    /** The ids of one version are other users and videos than those of another. */
    private static void requireOneVersion(List<String> files, FileProblems problems) {
        Map<String, String> fileOfVersion = new TreeMap<>();
        for (String file : files) {
            Matcher version = VERSION.matcher(file);
            if (version.find()) {
                fileOfVersion.putIfAbsent(version.group(1), file);
            }
        }
        if (fileOfVersion.size() > 1) {
            problems.add("files of several versions of KuaiRand, whose ids differ, stand side by side: "
                    + String.join(", ", fileOfVersion.values()) + "; leave those of one");
        }
    }

    static String names(List<SourceFile> files) {
        return files.stream().map(SourceFile::name).collect(Collectors.joining(", "));
    }

    /** The logs that are read, in the order in which they are. */
    List<SourceFile> logs(KuaiRandSource config) {
        return Stream.concat(standard.stream(), config.readsRandom() ? random.stream() : Stream.empty())
                .toList();
    }

    /** All files that are read. */
    List<SourceFile> read(KuaiRandSource config) {
        return Stream.concat(logs(config).stream(), Stream.of(users, videos)).toList();
    }

    /** The version of KuaiRand as its files are named: pure, 1k or 27k; empty where they do not say. */
    String version() {
        Matcher version = VERSION.matcher(videos.name());
        return version.find() ? version.group(1) : "";
    }
}
