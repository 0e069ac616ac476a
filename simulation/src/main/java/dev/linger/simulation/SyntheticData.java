package dev.linger.simulation;

import dev.linger.data.Draws;
import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.simulation.daily.DailyPlan;
import dev.linger.simulation.daily.DailyTotals;
import dev.linger.simulation.daily.ExactDailyPlan;
import dev.linger.simulation.daily.VideoAttributes;
import dev.linger.simulation.draw.Selection;
import dev.linger.simulation.files.CaptionWriter;
import dev.linger.simulation.files.ItemCategoriesWriter;
import dev.linger.simulation.files.ItemDailyWriter;
import dev.linger.simulation.files.LogWriter;
import dev.linger.simulation.files.SmallMatrixWriter;
import dev.linger.simulation.files.SocialNetworkWriter;
import dev.linger.simulation.files.UserFeaturesWriter;
import dev.linger.simulation.shape.Design;
import dev.linger.simulation.shape.ExactCounts;
import dev.linger.simulation.world.Audience;
import dev.linger.simulation.world.Catalogue;
import dev.linger.simulation.world.Copies;
import dev.linger.simulation.world.ExactExposures;
import dev.linger.simulation.world.Exposures;
import dev.linger.simulation.world.PlantedModel;
import dev.linger.simulation.world.Rewatches;
import dev.linger.simulation.world.SmallMatrix;
import dev.linger.simulation.world.UserPlays;
import dev.linger.simulation.world.Viewing;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes synthetic data in KuaiRec's file layout. {@link PlantedModel} says what is true in it; on top of that it has the
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
    private final Design design;
    private final @Nullable ExactCounts exact;
    private final Seed seed;
    private final Path directory;
    private final PlantedModel model;

    private SyntheticData(Design design, Seed seed, Path directory) {
        this.design = design;
        this.exact = design.exact();
        this.seed = seed;
        this.directory = directory;
        this.model = PlantedModel.draw(design, seed);
    }

    /** Writes the files of a preset as {@link #generate(Preset, double, Seed, Path, Progress)} does at scale 1. */
    public static void generate(Preset preset, Seed seed, Path directory, Progress progress) {
        generate(preset, 1, seed, directory, progress);
    }

    /**
     * Writes the files of a preset into a directory, which appears when they are complete; the same preset, scale and seed
     * give the same bytes on every machine. Rows are written as they are drawn: memory grows with users and videos only.
     *
     * @param preset size and character
     * @param scale rows / rows of the preset, in .001 .. 16; other than 1 for {@link Preset#KUAIREC} only. Users and
     *     videos grow with its square root
     * @param seed any seed
     * @param directory a directory that does not exist or is empty
     * @param progress told of the plays written
     * @throws InputException if the preset has no such scale, or the directory holds something or cannot be written
     */
    public static void generate(Preset preset, double scale, Seed seed, Path directory, Progress progress) {
        Design design = preset.design(scale);
        new NewDirectory(directory).fill(partial -> new SyntheticData(design, seed, partial).write(progress));
    }

    private void write(Progress progress) throws IOException {
        Catalogue catalogue = model.catalogue();
        SmallMatrix smallMatrix = SmallMatrix.draw(design, catalogue, seed);
        DailyTotals totals = writeLog(smallMatrix, progress);
        VideoAttributes[] attributes = VideoAttributes.drawAll(catalogue, seed);
        DailyPlan plan = exact == null
                ? DailyPlan.ofPlays(totals, attributes)
                : ExactDailyPlan.draw(
                        exact, catalogue, totals, attributes, new Draws(seed.stream("days of the daily table")));
        new ItemDailyWriter(model, totals, plan, attributes, seed).write(directory);
        new ItemCategoriesWriter(catalogue).write(directory);
        new UserFeaturesWriter(model).write(directory, seed);
        if (design.sizes().hasSmallMatrix()) {
            Exposures exposures = exact == null
                    ? Exposures.byChance(catalogue.days())
                    : new ExactExposures(exact, design.sizes(), catalogue, seed);
            new SmallMatrixWriter(model, smallMatrix, exposures).write(directory, seed);
            Selection haveFriends = exact == null
                    ? Selection.byChance(SocialNetworkWriter.HAS_FRIENDS)
                    : Selection.exactly(
                            exact.usersWithFriends(), model.audience().size());
            new SocialNetworkWriter(model.audience(), haveFriends).write(directory, seed);
            new CaptionWriter(catalogue).write(directory, seed);
        }
    }

    /** Draws and writes the log user by user; gives its daily totals. */
    private DailyTotals writeLog(SmallMatrix smallMatrix, Progress progress) throws IOException {
        DailyTotals totals = new DailyTotals(model.catalogue());
        Viewing viewing = new Viewing(model, smallMatrix, Rewatches.of(design), seed);
        Audience audience = model.audience();
        try (LogWriter writer = new LogWriter(directory, model.catalogue(), design.dirt(), seed);
                Progress.Task task = progress.start("generate synthetic data", "plays", audience.totalPlays())) {
            for (int user = 0; user < audience.size(); user++) {
                UserPlays plays = viewing.draw(user);
                writer.write(user, plays, copies(user));
                totals.add(user, plays);
                task.advance(plays.size());
            }
        }
        return totals;
    }

    private Copies copies(int user) {
        if (exact == null) {
            return Copies.byChance(design.dirt());
        }
        Audience audience = model.audience();
        int ofOneRow = user == audience.busiest() ? exact.copiesOfOneRow() : 0;
        return Copies.exactly(
                audience.copies(user),
                ofOneRow,
                audience.plays(user),
                new Draws(seed.stream("copies of user " + user)));
    }
}
