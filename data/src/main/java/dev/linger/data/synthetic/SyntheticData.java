package dev.linger.data.synthetic;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes stand-in data in KuaiRec's file layout. {@link PlantedModel} says what is true in it; beside the truth it has the
 * dirt of the real files:
 *
 * <ul>
 *   <li>the log has exact copies, rows whose duration is 0 and whose ratio is empty, and, soon after midnight, dates of the
 *       day before;
 *   <li>the small matrix has rows without time, and its pairs are missing from the log;
 *   <li>the daily table has several rows for a (video, date), empty collects in July, videos without duration;
 *   <li>user features have empty cells, captions have records broken in two.
 * </ul>
 */
public final class SyntheticData {
    private SyntheticData() {}

    /**
     * Writes the files of a preset into a directory, which appears when they are complete; the same preset and seed give
     * the same bytes on every machine.
     *
     * @param preset size and character
     * @param seed any seed
     * @param directory a directory that does not exist or is empty
     * @param progress told of the plays written
     * @throws InputException if the directory holds something or cannot be written
     */
    public static void generate(Preset preset, Seed seed, Path directory, Progress progress) {
        new NewDirectory(directory).fill(partial -> write(preset, seed, partial, progress));
    }

    private static void write(Preset preset, Seed seed, Path directory, Progress progress) throws IOException {
        PlantedModel model = PlantedModel.draw(preset, seed);
        SmallMatrix smallMatrix = SmallMatrix.draw(preset.sizes(), model.catalogue(), seed);
        DailyTotals totals = writeLog(preset, model, smallMatrix, seed, directory, progress);
        new ItemDailyWriter(model, totals, seed).write(directory);
        new ItemCategoriesWriter(model.catalogue()).write(directory);
        new UserFeaturesWriter(model).write(directory, seed);
        if (preset.sizes().hasSmallMatrix()) {
            new SmallMatrixWriter(model, smallMatrix).write(directory, seed);
            new SocialNetworkWriter(model.audience()).write(directory, seed);
            new CaptionWriter(model.catalogue()).write(directory, seed);
        }
    }

    /** Draws and writes the log user by user; gives its daily totals. */
    private static DailyTotals writeLog(
            Preset preset, PlantedModel model, SmallMatrix smallMatrix, Seed seed, Path directory, Progress progress)
            throws IOException {
        DailyTotals totals = new DailyTotals(model.catalogue());
        Viewing viewing = new Viewing(model, smallMatrix, seed);
        try (LogWriter writer = new LogWriter(directory, model.catalogue(), preset.dirt(), seed);
                Progress.Task task = progress.start(
                        "generate stand-in data", "plays", preset.sizes().plays())) {
            for (int user = 0; user < model.audience().size(); user++) {
                UserPlays plays = viewing.draw(user);
                writer.write(user, plays);
                totals.add(user, plays);
                task.advance(plays.size());
            }
        }
        return totals;
    }
}
