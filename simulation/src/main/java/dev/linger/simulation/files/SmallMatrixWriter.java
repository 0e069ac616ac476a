package dev.linger.simulation.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.linger.data.Seed;
import dev.linger.simulation.draw.Draws;
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
    /** After every instant of the days. */
    private static final long NO_TIME = (long) LogDays.COUNT * LogDays.DAY_MILLIS;

    private final PlantedModel model;
    private final SmallMatrix smallMatrix;
    private final Exposures exposures;
    private final Watching watching;

    public SmallMatrixWriter(PlantedModel model, SmallMatrix smallMatrix, Exposures exposures) {
        this.model = model;
        this.smallMatrix = smallMatrix;
        this.exposures = exposures;
        this.watching = new Watching(model, model.parameters().forcedHabit());
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
            boolean forced = instant == NO_TIME;
            writer.writeRecord(
                    Integer.toString(user),
                    Integer.toString(video),
                    Integer.toString(play),
                    Integer.toString(duration),
                    forced ? "" : LogDays.timeText(day, millisOfDay),
                    forced ? "" : LogDays.dateText(day) + ".0",
                    forced ? "" : LogDays.timestampText(day, millisOfDay),
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
                    long instant = forced ? NO_TIME : Viewing.instant(ofUser.drawDay(videos[position], draws), draws);
                    return instant * videos.length + position;
                })
                .sorted()
                .toArray();
    }
}
