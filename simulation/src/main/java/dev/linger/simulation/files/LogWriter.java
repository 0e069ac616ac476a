package dev.linger.simulation.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.shape.Design.Dirt;
import dev.linger.simulation.shape.LogDays;
import dev.linger.simulation.world.Catalogue;
import dev.linger.simulation.world.Copies;
import dev.linger.simulation.world.UserPlays;
import java.io.IOException;
import java.nio.file.Path;

/** Writes big_matrix.csv, user by user, with its dirt: exact copies, lost durations, dates of the day before. */
public final class LogWriter implements AutoCloseable {
    /** Until when after midnight a row may carry the date of the day before. */
    private static final int STALE_DATE_MILLIS = 600_000;

    private final Catalogue catalogue;
    private final Dirt dirt;
    private final Draws draws;
    private final CsvWriter writer;

    public LogWriter(Path directory, Catalogue catalogue, Dirt dirt, Seed seed) throws IOException {
        this.catalogue = catalogue;
        this.dirt = dirt;
        this.draws = new Draws(seed.stream("dirt of the log"));
        this.writer = KuaiRecFile.BIG_MATRIX.create(directory);
    }

    public void write(int user, UserPlays plays, Copies copies) {
        for (int row = 0; row < plays.size(); row++) {
            String[] record = record(user, plays, row);
            writer.writeRecord(record);
            for (int left = copies.of(row, draws); left > 0; left--) {
                writer.writeRecord(record);
            }
        }
    }

    private String[] record(int user, UserPlays plays, int row) {
        int play = plays.playMillis(row);
        boolean lostDuration = draws.chance(dirt.zeroDurationShare());
        int duration = lostDuration ? 0 : catalogue.durationMillis(plays.video(row));
        LogDays days = catalogue.days();
        int day = plays.day(row);
        int millisOfDay = plays.millisOfDay(row);
        boolean staleDate = millisOfDay < STALE_DATE_MILLIS && draws.chance(dirt.staleDateShare());
        return new String[] {
            Integer.toString(user),
            Integer.toString(plays.video(row)),
            Integer.toString(play),
            Integer.toString(duration),
            days.timeText(day, millisOfDay),
            staleDate ? days.eveText(day) : days.dateText(day),
            days.timestampText(day, millisOfDay),
            lostDuration ? "" : Decimals.ratio(play, duration)
        };
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
