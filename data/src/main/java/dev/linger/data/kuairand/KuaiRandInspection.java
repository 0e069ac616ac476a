package dev.linger.data.kuairand;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.source.DataInspection;
import dev.linger.data.source.DataInspection.Figure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the statistics of both logs from their files, without any cleaning: how many rows, and the share of each label. */
final class KuaiRandInspection {
    /**
     * What is published of a version.
     *
     * @param standard users, videos and rows of the standard log
     * @param random likewise of the random log
     */
    private record Published(String name, List<Integer> standard, List<Integer> random) {}

    /** Gao et al., CIKM 2022, and the page of the data set. */
    private static final Map<String, Published> PUBLISHED = Map.of(
            "pure",
            new Published("KuaiRand-Pure", List.of(27_285, 7_551, 1_436_609), List.of(27_285, 7_583, 1_186_059)),
            "1k",
            new Published("KuaiRand-1K", List.of(1_000, 4_369_953, 11_713_045), List.of(1_000, 7_388, 43_028)),
            "27k",
            new Published("KuaiRand-27K", List.of(27_285, 32_038_725, 322_278_385), List.of(27_285, 7_583, 1_186_059)));

    private static final List<String> COUNTED = List.of("users", "videos", "rows");

    private final List<Figure> counts = new ArrayList<>();
    private final List<Figure> shapes = new ArrayList<>();

    private KuaiRandInspection() {}

    /** @throws InputException where a log has no row that can be read */
    static DataInspection of(KuaiRandFiles files, Progress progress) {
        Published published = PUBLISHED.get(files.version());
        KuaiRandInspection inspection = new KuaiRandInspection();
        inspection.add(
                "log_standard", files.standard(), published == null ? List.of() : published.standard(), progress);
        if (!files.random().isEmpty()) {
            inspection.add("log_random", files.random(), published == null ? List.of() : published.random(), progress);
        }
        return new DataInspection(
                published == null ? "KuaiRand" : published.name(),
                inspection.counts,
                inspection.shapes,
                List.of(
                        "a like, comment, follow or forward is counted in the daily statistics of its video, which features"
                                + " see from the next day on; relevance is told by the watch ratio alone"));
    }

    private void add(String log, List<SourceFile> files, List<Integer> published, Progress progress) {
        Rows rows = new Rows();
        files.forEach(file -> PlayRow.readEach(file, progress, rows::take, broken -> rows.unreadable++));
        if (rows.rows == 0) {
            throw new InputException(log + " has no row that can be read; unreadable rows: " + rows.unreadable);
        }
        List<Long> found = List.of((long) rows.users.size(), (long) rows.videos.size(), rows.rows);
        for (int at = 0; at < COUNTED.size(); at++) {
            counts.add(new Figure(
                    log, COUNTED.get(at), found.get(at), published.isEmpty() ? Double.NaN : published.get(at)));
        }
        counts.add(new Figure(log, "unreadable rows", rows.unreadable, Double.NaN));
        counts.add(new Figure(log, "rows shown at random", rows.random, Double.NaN));
        shapes.add(new Figure(log, "mean watch_ratio", rows.ratios / rows.measured, Double.NaN));
        for (int at = 0; at < PlayColumn.ENGAGEMENT.size(); at++) {
            String label = PlayColumn.ENGAGEMENT.get(at).label;
            shapes.add(new Figure(log, "share of " + label, (double) rows.flags[at] / rows.rows, Double.NaN));
        }
    }

    /** What was counted of the rows so far. */
    private static final class Rows {
        private final Set<Long> users = new HashSet<>();
        private final Set<Long> videos = new HashSet<>();
        private final long[] flags = new long[PlayColumn.ENGAGEMENT.size()];
        private long rows;
        private long unreadable;
        private long random;
        private long measured;
        private double ratios;

        private void take(PlayRow row) {
            if (row.value(PlayColumn.USER_ID) < 0
                    || row.value(PlayColumn.VIDEO_ID) < 0
                    || row.value(PlayColumn.PLAY_TIME_MS) < 0) {
                unreadable++;
                return;
            }
            rows++;
            users.add(row.value(PlayColumn.USER_ID));
            videos.add(row.value(PlayColumn.VIDEO_ID));
            random += row.is(PlayColumn.IS_RAND) ? 1 : 0;
            if (row.value(PlayColumn.DURATION_MS) > 0) {
                measured++;
                ratios += (double) row.value(PlayColumn.PLAY_TIME_MS) / row.value(PlayColumn.DURATION_MS);
            }
            for (int at = 0; at < flags.length; at++) {
                flags[at] += row.is(PlayColumn.ENGAGEMENT.get(at)) ? 1 : 0;
            }
        }
    }
}
