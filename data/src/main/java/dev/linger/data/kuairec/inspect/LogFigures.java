package dev.linger.data.kuairec.inspect;

import dev.linger.data.source.DataInspection.Figure;
import java.util.ArrayList;
import java.util.List;

/** The figures of big_matrix, with those published of KuaiRec's. */
final class LogFigures {
    private static final String FILE = "big_matrix";

    private LogFigures() {}

    static List<Figure> counts(PlayStatistics log, LastWeek lastWeek) {
        return List.of(
                new Figure(FILE, "rows", log.rows(), 12_530_806),
                new Figure(FILE, "unreadable rows", log.unreadable(), 0),
                new Figure(FILE, "exact copies", log.copies(), 968_004),
                new Figure(FILE, "copies of one row", log.mostCopies(), 2_224),
                new Figure(FILE, "rows without copies", log.rows() - log.copies(), 11_562_802),
                new Figure(FILE, "distinct pairs", log.pairs(), 10_300_969),
                new Figure(FILE, "re-watches", log.rewatches(), 1_261_833),
                new Figure(FILE, "users", log.users(), 7_176),
                new Figure(FILE, "videos", log.items(), 10_728),
                new Figure(FILE, "days", log.days(), 28),
                new Figure(FILE, "videos of the last week", lastWeek.items(), 5_476),
                new Figure(FILE, "new ones of them", lastWeek.newItems(), 1_482));
    }

    static List<Figure> shapes(PlayStatistics log, LastWeek lastWeek) {
        Shape ratio = new Shape(FILE + " watch_ratio", log.watchRatio());
        Shape capped = new Shape(FILE + " watch_ratio <= 5", log.watchRatio().upTo(5));
        Shape duration = new Shape(FILE + " video_duration", log.durationMillis());
        Shape ofUser = new Shape(FILE + " rows a user", log.rowsOfUser());
        Shape ofUserDay = new Shape(FILE + " rows a user and day", log.rowsOfUserDay());
        List<Figure> figures = new ArrayList<>();
        figures.addAll(capped.quartiles(0.311, 0.716, 1.162));
        figures.addAll(List.of(
                capped.mean(0.851),
                capped.deviation(0.719),
                ratio.quantile("median", 0.5, 0.7255),
                ratio.quantile("p99", 0.99, 4.79),
                ratio.max(573),
                ratio.shareAtLeast(0.8, 0.454),
                ratio.shareAtLeast(1, 0.338),
                ratio.shareAtLeast(2, 0.075)));
        figures.addAll(duration.quartiles(7_434, 9_636, 12_179));
        figures.addAll(List.of(duration.mean(14_622), duration.min(140), duration.max(315_072)));
        figures.addAll(ofUser.quartiles(883, 1_846, 2_461));
        figures.addAll(List.of(ofUser.mean(1_746), ofUser.deviation(992), ofUser.min(100), ofUser.max(16_015)));
        figures.addAll(ofUserDay.quartiles(19, 42, 83));
        figures.addAll(List.of(ofUserDay.mean(66.5), ofUserDay.deviation(78.8), ofUserDay.max(3_268)));
        figures.addAll(List.of(
                new Figure(FILE + " last week", "share of rows of new videos", lastWeek.newItemShare(), 0.125),
                new Figure(FILE + " last week", "share of rows of past pairs", lastWeek.repeatShare(), 0.1375)));
        return figures;
    }
}
