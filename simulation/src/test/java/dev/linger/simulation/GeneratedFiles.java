package dev.linger.simulation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.simulation.files.KuaiRecFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A generated directory and the slow, obvious way to read it. */
record GeneratedFiles(Path directory) {
    static GeneratedFiles of(Preset preset, long seed, Path directory) {
        SyntheticData.generate(preset, new Seed(seed), directory, Progress.SILENT);
        return new GeneratedFiles(directory);
    }

    Path path(KuaiRecFile file) {
        return directory.resolve(file.fileName());
    }

    byte[] bytes(KuaiRecFile file) throws IOException {
        return Files.readAllBytes(path(file));
    }

    List<String> fileNames() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> Objects.toString(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** The rows of a file; one that lacks a cell is an error. */
    List<NamedCsvRecord> rows(KuaiRecFile file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(path(file))) {
            return reader.stream().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The rows of the log. */
    List<Play> plays() {
        return rows(KuaiRecFile.BIG_MATRIX).stream().map(Play::of).toList();
    }

    /** The rows of the log without exact copies, which follow each other. */
    static List<Play> withoutCopies(List<Play> plays) {
        return IntStream.range(0, plays.size())
                .filter(row -> row == 0 || !plays.get(row).equals(plays.get(row - 1)))
                .mapToObj(plays::get)
                .toList();
    }

    /** A row of the log; {@code day} is the local day of the timestamp. */
    record Play(
            Pair pair,
            int playMillis,
            int durationMillis,
            String time,
            String date,
            long timestampMillis,
            LocalDate day,
            String watchRatio) {
        static Play of(NamedCsvRecord row) {
            long timestamp = Math.round(Double.parseDouble(row.getField("timestamp")) * 1000);
            return new Play(
                    Pair.of(row),
                    Integer.parseInt(row.getField("play_duration")),
                    Integer.parseInt(row.getField("video_duration")),
                    row.getField("time"),
                    row.getField("date"),
                    timestamp,
                    LocalDate.ofInstant(Instant.ofEpochMilli(timestamp), ZoneId.of("Asia/Shanghai")),
                    row.getField("watch_ratio"));
        }

        int user() {
            return pair.user();
        }

        int video() {
            return pair.video();
        }

        boolean hasStaleDate() {
            return !day.toString().replace("-", "").equals(date);
        }
    }

    /** A user and a video. */
    record Pair(int user, int video) {
        static Pair of(NamedCsvRecord row) {
            return new Pair(Integer.parseInt(row.getField("user_id")), Integer.parseInt(row.getField("video_id")));
        }
    }
}
