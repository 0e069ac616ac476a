package dev.linger.pipeline.report.tables;

import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.pipeline.report.IdColumn;
import dev.linger.pipeline.report.IdValues;
import java.util.List;

/** What was known of each video at the cut, the file {@code videos.csv}: length, plays and age, NaN where not known. */
public final class VideosAtCut {
    /** The file, as seen from the run folder. */
    public static final String FILE = "videos.csv";

    /** Its ids. */
    public static final List<String> KEYS = List.of("video_id");

    /** Length in ms: as the side tables say it, or else as the first play of the whole log does. */
    public static final String DURATION = "duration_ms";

    public static final String PLAYS = "plays_before_cut";

    /** Whole days from the upload to the day of the cut; not known where that is negative. */
    public static final String AGE = "age_days";

    private VideosAtCut() {}

    /**
     * One row a video, ascending.
     *
     * @param training the plays before the cut
     * @param asOfDay the local day of the cut
     */
    public static IdValues of(Dataset dataset, InteractionLog training, int asOfDay) {
        ItemTable items = dataset.itemTable();
        double[] durations = new double[items.size()];
        double[] plays = new double[items.size()];
        double[] ages = new double[items.size()];
        for (int item = 0; item < items.size(); item++) {
            durations[item] = items.durationMillis()[item];
            int uploaded = items.uploadDay()[item];
            ages[item] = uploaded == ItemTable.UNKNOWN_DAY || uploaded > asOfDay ? Double.NaN : asOfDay - uploaded;
        }
        for (int row = 0; row < training.size(); row++) {
            plays[training.item(row)]++;
        }
        InteractionLog log = dataset.log();
        for (int row = 0; row < log.size(); row++) {
            if (Double.isNaN(durations[log.item(row)])) {
                durations[log.item(row)] = log.durationMillis(row);
            }
        }
        return new IdValues(
                KEYS, List.of(IdColumn.all(dataset.items())), List.of(DURATION, PLAYS, AGE), new double[][] {
                    durations, plays, ages
                });
    }
}
