package dev.linger.pipeline.export;

import dev.linger.data.InputException;
import dev.linger.pipeline.report.CsvLine;
import dev.linger.pipeline.run.NewPath;
import dev.linger.serving.store.ReceivedPlay;
import dev.linger.serving.store.StoredPlays;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The plays that a server has stored, as a table that fits read: its columns have the names that tables of plays and the log of
 * KuaiRec have. Times are seconds since 1970 with three decimals, so that milliseconds are kept.
 */
public final class PlaysExport {
    private static final String HEADER = "user_id,video_id,play_duration,video_duration,timestamp\n";
    private static final String ENDING = ".csv";
    private static final int MILLIS_DIGITS = 3;

    private PlaysExport() {}

    /**
     * Writes all plays in the order of the store, which a server may have open. Memory does not grow with the plays.
     *
     * @param store folder of the plays
     * @param file must not exist yet; appears whole or not at all
     * @return how many plays were written
     * @throws InputException where there is no store or it is damaged, or the file is there or cannot be written
     */
    public static long export(Path store, Path file) {
        if (!file.toString().endsWith(ENDING)) {
            throw new InputException(file + ": plays are written as CSV; name a file that ends with " + ENDING);
        }
        long[] count = {0};
        try (StoredPlays plays = StoredPlays.open(store);
                NewPath path = NewPath.begin(file)) {
            path.finish(unfinished -> count[0] = write(plays, unfinished));
        }
        return count[0];
    }

    private static long write(StoredPlays plays, Path file) throws IOException {
        long[] count = {0};
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            plays.forEach(some -> {
                write(some, out);
                count[0] += some.size();
            });
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return count[0];
    }

    private static void write(List<ReceivedPlay> plays, BufferedWriter out) {
        try {
            for (ReceivedPlay play : plays) {
                String time = BigDecimal.valueOf(play.timestampMillis(), MILLIS_DIGITS)
                        .toPlainString();
                String user = CsvLine.cell(play.userId().toString());
                String video = CsvLine.cell(play.itemId().toString());
                out.write(
                        user + "," + video + "," + play.playMillis() + "," + play.durationMillis() + "," + time + "\n");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
