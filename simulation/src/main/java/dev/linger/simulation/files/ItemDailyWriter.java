package dev.linger.simulation.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.daily.Crowd;
import dev.linger.simulation.daily.DailyPlan;
import dev.linger.simulation.daily.DailyTotals;
import dev.linger.simulation.daily.Engagement;
import dev.linger.simulation.daily.PlatformDay;
import dev.linger.simulation.daily.PlayCounts;
import dev.linger.simulation.daily.VideoAttributes;
import dev.linger.simulation.shape.LogDays;
import dev.linger.simulation.world.Catalogue;
import dev.linger.simulation.world.Exposure;
import dev.linger.simulation.world.PlantedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes item_daily_features.csv: as many rows for a video and day as are planned, each of another platform tag, by video,
 * then day. The plays are the log's and the crowd's. Of the impressions {@code 1 / (1 + exp(-(playBias + playSlope * appeal)))} are
 * played, about 0.26 of an average video's.
 */
public final class ItemDailyWriter {
    private static final double PLAY_BIAS = -1.05;
    private static final double PLAY_SLOPE = 0.3;
    /** Unevenness of the crowd's size for a play of the log. */
    private static final double CROWD_SPREAD = 0.3;
    /** For each play of the log that a video no longer shown might have had on a day, the crowd still has its share. */
    private static final double LEAST_EXPECTED = 0.1;
    /** People behind an impression: some are shown a video twice on a day. */
    private static final double USERS_PER_SHOW = 0.96;
    /** Collects are counted from this day on. */
    private static final LocalDate FIRST_COLLECTS = LocalDate.of(2020, 7, 28);

    private final PlantedModel model;
    private final DailyTotals totals;
    private final DailyPlan plan;
    private final VideoAttributes[] attributes;
    private final Crowd crowd;
    private final Exposure exposure;
    private final Seed seed;
    private final LogDays days;

    public ItemDailyWriter(
            PlantedModel model, DailyTotals totals, DailyPlan plan, VideoAttributes[] attributes, Seed seed) {
        this.model = model;
        this.totals = totals;
        this.plan = plan;
        this.attributes = attributes;
        this.crowd = new Crowd(model);
        this.exposure = new Exposure(model);
        this.seed = seed;
        this.days = model.catalogue().days();
    }

    public void write(Path directory) throws IOException {
        try (CsvWriter writer = KuaiRecFile.ITEM_DAILY_FEATURES.create(directory)) {
            for (int video = 0; video < model.catalogue().size(); video++) {
                writeVideo(video, writer);
            }
        }
    }

    private void writeVideo(int video, CsvWriter writer) {
        Draws draws = new Draws(seed.stream("daily totals of video " + video));
        for (int day = 0; day < days.count(); day++) {
            int rows = plan.rows(video, day);
            if (rows == 0) {
                continue;
            }
            List<String> counts = counts(video, day, draws);
            for (int row = 0; row < rows; row++) {
                List<String> cells = attributeCells(video, day, attributes[video].platformTag(row));
                cells.addAll(counts);
                writer.writeRecord(cells);
            }
        }
    }

    private List<String> attributeCells(int video, int day, int platformTag) {
        Catalogue catalogue = model.catalogue();
        VideoAttributes known = attributes[video];
        List<String> cells = new ArrayList<>();
        cells.add(Integer.toString(video));
        cells.add(days.dateText(day));
        cells.add(Integer.toString(catalogue.author(video)));
        cells.add(known.type());
        cells.add(LocalDate.ofEpochDay(catalogue.uploadDay(video)).toString());
        cells.add(known.uploadType());
        cells.add("public");
        cells.add(known.hasDuration() ? catalogue.durationMillis(video) + ".0" : "");
        cells.add(Integer.toString(known.width()));
        cells.add(Integer.toString(known.height()));
        cells.add(Long.toString(known.music()));
        cells.add(Integer.toString(platformTag));
        cells.add(TagNames.of(catalogue.tags(video)[0]) + platformTag);
        return cells;
    }

    /** The cells of show_cnt..cancel_collect_user_num. */
    private List<String> counts(int video, int day, Draws draws) {
        double appeal = model.catalogue().appeal(video);
        PlayCounts played = totals.of(video, day);
        PlayCounts log = played == null ? new PlayCounts() : played;
        double plays = played == null ? expectedPlays(video, day) : log.plays();
        long crowdPlays = 1 + draws.count(model.parameters().platformScale() * plays * draws.factor(CROWD_SPREAD));
        PlatformDay platform = PlatformDay.of(log, crowd.sample(video, draws), crowdPlays);
        double unplayedPerPlay = StrictMath.exp(-PLAY_BIAS - PLAY_SLOPE * appeal);
        long shows = platform.plays() + draws.count(platform.plays() * unplayedPerPlay);
        long showUsers = Math.max(platform.users(), (long) StrictMath.rint(shows * USERS_PER_SHOW));
        List<String> cells = new ArrayList<>();
        addPair(shows, showUsers, cells);
        addPair(platform.plays(), platform.users(), cells);
        cells.add(Long.toString(platform.playMillis()));
        addPlays(platform.completePlays(), platform, cells);
        addPlays(platform.validPlays(), platform, cells);
        addPlays(platform.longPlays(), platform, cells);
        addPlays(platform.shortPlays(), platform, cells);
        cells.add(Decimals.text(platform.progress()));
        new Engagement(platform, appeal, draws).addTo(cells, !days.date(day).isBefore(FIRST_COLLECTS));
        return cells;
    }

    /** Plays that the log would have of a video on a day of which it has none. */
    private double expectedPlays(int video, int day) {
        double playsOfDay = (double) model.audience().totalPlays() / days.loggedCount();
        return Math.max(LEAST_EXPECTED, playsOfDay * exposure.share(video, day));
    }

    private static void addPlays(long count, PlatformDay platform, List<String> cells) {
        addPair(count, platform.usersOf(count), cells);
    }

    private static void addPair(long count, long users, List<String> cells) {
        cells.add(Long.toString(count));
        cells.add(Long.toString(users));
    }
}
