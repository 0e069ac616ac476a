package dev.linger.data.plays;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.CsvHeader;
import dev.linger.data.csv.FileReading;
import dev.linger.data.csv.RowFile;
import dev.linger.data.csv.RowSink;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.plays.PlaysSource.Columns;
import dev.linger.data.plays.PlaysSource.Delimiter;
import dev.linger.data.plays.PlaysSource.Unit;
import dev.linger.data.plays.PlaysSource.Units;
import dev.linger.data.source.LoadedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table of which every row is read as texts, by one thread, is the twin of one whose rows are read as numbers where they can be. */
final class PlaysAsNumbersTest {
    private static final String[][] CELLS = {
        {"7", "17", "7176", "5", "007", "-3", "123456789012345678", "u_7", "", "NULL", "\"9\""},
        {"10", "20", "30", "40", "4.0", "v1", "-1", "\u8d22"},
        {"5000", "7000", "12.5", "0", "-1", "", "x", "9e3", "3000000000", "90000", "\"10\""},
        {"20000", "15000.0", "9000", "0", "-0", "nan", "500", "99999999999", ""},
        {"1600000000", "1600000100", "1600000100.25", "5", "2020-09-13", "", "1600000200000", "x"},
        {"0", "1", "0.0", "true", "False", "2", ""}
    };

    private static final int TIME = 4;
    private static final Columns FLAGGED =
            new Columns("user_id", "video_id", "play", "duration", "time", "", List.of("liked"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void plays_counts_and_examples_are_those_of_the_twin(int seed) throws IOException {
        SplittableRandom random = new Seed(seed).stream("tables of plays");
        int oddity = seed % 4 == 0 ? 0 : 40;
        String delimiter = List.of(",", ";", "\t").get(seed % 3);
        StringBuilder text = new StringBuilder("user_id,video_id,play,duration,time,liked\n".replace(",", delimiter));
        for (int row = 0; row < 400; row++) {
            for (int column = 0; column < CELLS.length; column++) {
                boolean isOdd = oddity > 0 && random.nextInt(oddity) == 0;
                int any = isOdd ? CELLS[column].length : 2;
                text.append(column == 0 ? "" : delimiter)
                        .append(
                                column == TIME && !isOdd
                                        ? 1_600_000_000L + row / 2
                                        : CELLS[column][random.nextInt(any)]);
            }
            text.append(oddity > 0 && random.nextInt(oddity) == 0 ? delimiter + "1\n\n" : "\n");
        }
        Path path = Files.writeString(folder.resolve("plays.csv"), text);
        Units units = new Units(Unit.AUTO, Unit.MS, seed % 2 == 0 ? Unit.AUTO : Unit.S);
        PlaysSource config = new PlaysSource(
                "", FLAGGED, units, PlaysSourceTest.ANY, Delimiter.AUTO, "UTC", true, 86_400_000, 1990, 2099, 1);
        PlaysFile plays = PlaysFile.of(path, config);

        LoadedData numbers = PlaysReader.read(plays, config, WatchRules.DEFAULTS, Progress.SILENT);
        LoadedData twin = PlaysReader.read(
                new PlaysFile(
                        new Texts(plays.file()),
                        plays.header(),
                        plays.fields(),
                        plays.units(),
                        plays.title(),
                        plays.flags()),
                config,
                WatchRules.DEFAULTS,
                Progress.SILENT);

        assertEquals(rows(twin), rows(numbers));
        assertEquals(twin.report(), numbers.report());
        assertTrue(twin.dataset().log().size() > 50);
    }

    private static List<String> rows(LoadedData data) {
        InteractionLog log = data.dataset().log();
        return IntStream.range(0, log.size())
                .mapToObj(row -> data.dataset().users().id(log.user(row)) + " "
                        + data.dataset().items().id(log.item(row)) + " " + log.playMillis(row) + " "
                        + log.durationMillis(row) + " " + log.timestampMillis(row) + " " + log.flags(row))
                .toList();
    }

    /** A file that gives texts alone. */
    private record Texts(RowFile file) implements RowFile {
        @Override
        public String name() {
            return file.name();
        }

        @Override
        public long bytes() {
            return file.bytes();
        }

        @Override
        public CsvHeader header() {
            return file.header();
        }

        @Override
        public long estimatedRows() {
            return file.estimatedRows();
        }

        @Override
        public String sha256(Progress progress) {
            return file.sha256(progress);
        }

        @Override
        public FileReading readRows(CsvHeader header, Cells cells, Progress progress, RowSink sink) {
            return file.readRows(header, cells, progress, sink);
        }

        @Override
        public String original(String text) {
            return file.original(text);
        }

        @Override
        public String decimal(String text) {
            return file.decimal(text);
        }

        @Override
        public Place place(long line) {
            return file.place(line);
        }
    }
}
