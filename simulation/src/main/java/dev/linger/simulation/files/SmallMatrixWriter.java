package dev.linger.simulation.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.shape.LogDays;
import dev.linger.simulation.world.Exposures;
import dev.linger.simulation.world.PlantedModel;
import dev.linger.simulation.world.SmallMatrix;
import dev.linger.simulation.world.Viewing;
import dev.linger.simulation.world.Watching;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Writes small_matrix.csv: nearly every pair once, by user, then time. Forced plays have no time and stand last of their
 * user; dates are written as decimals, 20200705.0.
 */
public final class SmallMatrixWriter {
    private final PlantedModel model;
    private final SmallMatrix smallMatrix;
    private final Exposures exposures;
    private final Watching watching;
    private final LogDays days;
    /** After every instant of the days. */
    private final long noTime;

    public SmallMatrixWriter(PlantedModel model, SmallMatrix smallMatrix, Exposures exposures) {
        this.model = model;
        this.smallMatrix = smallMatrix;
        this.exposures = exposures;
        this.watching = new Watching(model, model.parameters().forcedHabit());
        this.days = model.catalogue().days();
        this.noTime = (long) days.count() * LogDays.DAY_MILLIS;
    }

    public void write(Path directory, Seed seed) throws IOException {
        try (CsvWriter writer = KuaiRecFile.SMALL_MATRIX.create(directory)) {
            for (int user : smallMatrix.users()) {
                writeUser(user, new Draws(seed.stream("small matrix of user " + user)), writer);
            }
        }
    }

    private void writeUser(int user, Draws draws, CsvWriter writer) {
        int[] videos = smallMatrix.videos();
        for (long plan : inOrderOfTime(videos, draws)) {
            int video = videos[(int) (plan % videos.length)];
            long instant = plan / videos.length;
            int play = watching.playMillis(user, video, draws);
            int duration = model.catalogue().durationMillis(video);
            int day = (int) (instant / LogDays.DAY_MILLIS);
            int millisOfDay = (int) (instant % LogDays.DAY_MILLIS);
            boolean forced = instant == noTime;
            writer.writeRecord(
                    Integer.toString(user),
                    Integer.toString(video),
                    Integer.toString(play),
                    Integer.toString(duration),
                    forced ? "" : days.timeText(day, millisOfDay),
                    forced ? "" : days.dateText(day) + ".0",
                    forced ? "" : days.timestampText(day, millisOfDay),
                    Decimals.ratio(play, duration));
        }
    }

    /** For each video that is there {@code instant * videos + position}, ascending. */
    private long[] inOrderOfTime(int[] videos, Draws draws) {
        Exposures.OfUser ofUser = exposures.next(draws);
        return IntStream.range(0, videos.length)
                .filter(position -> ofUser.filled().takesNext(draws))
                .mapToLong(position -> {
                    boolean forced = ofUser.forced().takesNext(draws);
                    long instant = forced ? noTime : Viewing.instant(ofUser.drawDay(videos[position], draws), draws);
                    return instant * videos.length + position;
                })
                .sorted()
                .toArray();
    }
}
