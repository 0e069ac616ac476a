package dev.linger.data.kuairec.inspect;

import dev.linger.data.Progress;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.FileReading;
import dev.linger.data.csv.SideTable;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.kuairec.files.DataDirectory;
import dev.linger.data.source.DataInspection.Figure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures of the tables beside the logs, with those published of KuaiRec's. */
final class SideFigures {
    private static final String DAILY = "item_daily_features";

    private final DataDirectory files;
    private final Progress progress;
    private final List<Figure> counts = new ArrayList<>();
    private final List<Figure> shapes = new ArrayList<>();

    SideFigures(DataDirectory files, Progress progress) {
        this.files = files;
        this.progress = progress;
        counts.add(new Figure(
                "user_features", "rows", table(files.users(), "user_id").size(), 7_176));
        tags();
        daily();
        files.friends().ifPresent(this::friends);
        files.captions().ifPresent(this::captions);
    }

    List<Figure> counts() {
        return counts;
    }

    List<Figure> shapes() {
        return shapes;
    }

    private void tags() {
        SideTable table = table(files.tags(), "video_id", "feat");
        counts.add(new Figure("item_categories", "rows", table.size(), 10_728));
        shapes.add(new Figure("item_categories", "mean tags a video", meanLength(table.column("feat")), 1.18));
    }

    /** A key is (video, date). */
    private void daily() {
        SideTable table = table(files.daily(), "video_id", "date");
        List<String> videos = table.column("video_id");
        List<String> dates = table.column("date");
        Map<String, Integer> rowsOfKey = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            rowsOfKey.merge(videos.get(row) + ' ' + dates.get(row), 1, Integer::sum);
        }
        int sharing = rowsOfKey.values().stream()
                .filter(rows -> rows > 1)
                .mapToInt(rows -> rows)
                .sum();
        counts.add(new Figure(DAILY, "rows", table.size(), 343_341));
        counts.add(new Figure(DAILY, "distinct keys", rowsOfKey.size(), 194_155));
        counts.add(new Figure(DAILY, "rows that share a key", sharing, 226_111));
    }

    private void friends(SourceFile file) {
        SideTable table = table(file, "user_id", "friend_list");
        counts.add(new Figure("social_network", "rows", table.size(), 472));
        shapes.add(new Figure("social_network", "mean friends", meanLength(table.column("friend_list")), 1.4));
    }

    /** Broken records count with their pieces. */
    private void captions(SourceFile file) {
        FileReading read = SideTable.read(file, List.of("video_id"), Cells.PROSE, progress, broken -> {})
                .reading();
        counts.add(new Figure("kuairec_caption_category", "records", read.rows() + read.brokenRows(), 10_732));
    }

    private SideTable table(SourceFile file, String... columns) {
        return SideTable.read(file, List.of(columns), Cells.SHORT, progress, broken -> {});
    }

    /** Mean number of entries of the cells that are lists. */
    private static double meanLength(List<String> cells) {
        return cells.stream()
                .map(CellText::list)
                .filter(list -> list != null)
                .mapToInt(list -> list.length)
                .average()
                .orElse(Double.NaN);
    }
}
