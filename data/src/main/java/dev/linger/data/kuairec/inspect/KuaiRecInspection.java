package dev.linger.data.kuairec.inspect;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.kuairec.files.DataDirectory;
import dev.linger.data.source.DataInspection;
import dev.linger.data.source.DataInspection.Figure;
import java.util.ArrayList;
import java.util.List;

/** Takes the statistics of a data set from its files, without any cleaning, and puts those of KuaiRec beside them. */
public final class KuaiRecInspection {
    private KuaiRecInspection() {}

    /**
     * Reads the files of a directory in the KuaiRec layout, which have all columns.
     *
     * @throws InputException where a log has no row that can be read
     */
    public static DataInspection of(DataDirectory files, Progress progress) {
        List<Figure> counts = new ArrayList<>();
        List<Figure> shapes = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        logOf(files.log(), progress, counts, shapes, notes);
        files.smallMatrix().ifPresent(file -> smallMatrixOf(file, progress, counts, shapes));
        SideFigures side = new SideFigures(files, progress);
        counts.addAll(side.counts());
        shapes.addAll(side.shapes());
        return new DataInspection("KuaiRec", counts, shapes, notes);
    }

    private static void logOf(
            SourceFile file, Progress progress, List<Figure> counts, List<Figure> shapes, List<String> notes) {
        RawPlays log = read(file, progress);
        PlayStatistics statistics = PlayStatistics.of(log);
        if (statistics.untimed() == statistics.rows()) {
            throw new InputException("no row of " + file.name() + " has a timestamp");
        }
        LastWeek lastWeek = LastWeek.of(log);
        counts.addAll(LogFigures.counts(statistics, lastWeek));
        shapes.addAll(LogFigures.shapes(statistics, lastWeek));
        notes.add("80 % of the rows lie before " + lastWeek.cut() + " (KuaiRec: near 2020-08-29)");
        notes.add("last week: from " + lastWeek.firstDay() + " (KuaiRec: 2020-08-30), against all rows before it");
    }

    private static void smallMatrixOf(SourceFile file, Progress progress, List<Figure> counts, List<Figure> shapes) {
        PlayStatistics statistics = PlayStatistics.of(read(file, progress));
        counts.addAll(SmallMatrixFigures.counts(statistics));
        shapes.addAll(SmallMatrixFigures.shapes(statistics));
    }

    private static RawPlays read(SourceFile file, Progress progress) {
        RawPlays plays = RawPlays.read(file, progress);
        if (plays.size() == 0) {
            throw new InputException(
                    file.name() + " has no row that can be read; unreadable rows: " + plays.unreadable());
        }
        return plays;
    }
}
