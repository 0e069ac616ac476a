package dev.linger.data.kuairec.inspect;

import dev.linger.data.source.DataInspection.Figure;
import java.util.ArrayList;
import java.util.List;

/** The figures of small_matrix, with those published of KuaiRec's. */
final class SmallMatrixFigures {
    private static final String FILE = "small_matrix";

    private SmallMatrixFigures() {}

    static List<Figure> counts(PlayStatistics matrix) {
        return List.of(
                new Figure(FILE, "rows", matrix.rows(), 4_676_570),
                new Figure(FILE, "unreadable rows", matrix.unreadable(), 0),
                new Figure(FILE, "users", matrix.users(), 1_411),
                new Figure(FILE, "videos", matrix.items(), 3_327),
                new Figure(FILE, "distinct pairs", matrix.pairs(), 4_676_570),
                new Figure(FILE, "rows without time", matrix.untimed(), 181_992));
    }

    static List<Figure> shapes(PlayStatistics matrix) {
        Shape ratio = new Shape(FILE + " watch_ratio", matrix.watchRatio());
        Shape capped = new Shape(FILE + " watch_ratio <= 5", matrix.watchRatio().upTo(5));
        Shape duration = new Shape(FILE + " video_duration", matrix.durationMillis());
        Shape ofUser = new Shape(FILE + " rows a user", matrix.rowsOfUser());
        Shape ofUserDay = new Shape(FILE + " rows a user and day", matrix.rowsOfUserDay());
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(FILE, "share of pairs filled", matrix.filled(), 0.996));
        figures.addAll(capped.quartiles(0.466, 0.766, 1.114));
        figures.addAll(List.of(
                capped.mean(0.855),
                capped.deviation(0.595),
                ratio.quantile("median", 0.5, 0.7692),
                ratio.quantile("p99", 0.99, 3.59),
                ratio.max(571),
                ratio.shareAtLeast(0.8, 0.474),
                ratio.shareAtLeast(1, 0.324),
                ratio.shareAtLeast(2, 0.046)));
        figures.addAll(duration.quartiles(7_523, 9_600, 11_934));
        figures.addAll(List.of(duration.mean(14_486), duration.min(3_067)));
        figures.addAll(List.of(ofUser.mean(3_314), ofUser.deviation(7)));
        figures.addAll(ofUserDay.quartiles(28, 47, 70));
        figures.addAll(List.of(ofUserDay.mean(51.9), ofUserDay.max(402)));
        return figures;
    }
}
