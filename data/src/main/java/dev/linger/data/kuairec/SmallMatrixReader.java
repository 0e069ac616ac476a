package dev.linger.data.kuairec;

import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.Progress;
import dev.linger.data.WatchMatrix;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.kuairec.files.LogColumn;
import dev.linger.data.kuairec.files.LogRow;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.FileFindings;

/**
 * Reads small_matrix.csv. Its times are not read: what it holds was shown by force, 3.9 % of it without a time, so that
 * it has no place in the log. Of a repeated (user, video) pair the first row in the file stands.
 */
final class SmallMatrixReader {
    private final PlayRules rules;
    private final InteractionLogBuilder pairs;

    private SmallMatrixReader(KuaiRecSource config, PlayRules rules, int expectedRows) {
        this.rules = rules;
        this.pairs = new InteractionLogBuilder(config.years().zone(), expectedRows);
    }

    static WatchMatrix read(
            KuaiRecSource config,
            WatchRules watch,
            IdIndex users,
            IdIndex items,
            FileFindings findings,
            Progress progress) {
        PlayRules rules = new PlayRules(config, watch, users, items, findings);
        int expectedRows = findings.file().expectedRows();
        SmallMatrixReader reader = new SmallMatrixReader(config, rules, expectedRows);
        findings.reading(LogRow.readEach(findings.file(), progress, reader::take, findings::broken));
        findings.check(config.maxBadShare(), config.maxUnknownIdShare());
        return distinct(reader.pairs.build(), users, items, findings);
    }

    private void take(LogRow row) {
        if (!rules.accepts(row)) {
            return;
        }
        rules.countKept(row);
        if (row.isEmpty(LogColumn.TIMESTAMP)) {
            rules.keep(KuaiRecRules.UNTIMED_EXPOSURE, row, LogColumn.TIMESTAMP);
        }
        int play = (int) row.value(LogColumn.PLAY_DURATION);
        int duration = (int) row.value(LogColumn.VIDEO_DURATION);
        pairs.add(rules.user(), rules.item(), play, duration, 0); // one time for all: sorted by user, then video
    }

    private static WatchMatrix distinct(InteractionLog rows, IdIndex users, IdIndex items, FileFindings findings) {
        int distinct = 0;
        for (int row = 0; row < rows.size(); row++) {
            distinct += isRepeated(rows, row) ? 0 : 1;
        }
        int[] user = new int[distinct];
        int[] item = new int[distinct];
        int[] duration = new int[distinct];
        double[] ratio = new double[distinct];
        int size = 0;
        for (int row = 0; row < rows.size(); row++) {
            int u = rows.user(row);
            int i = rows.item(row);
            if (isRepeated(rows, row)) {
                findings.hit(
                        KuaiRecRules.REPEATED_PAIR,
                        Action.MERGED,
                        0,
                        "",
                        () -> "user " + users.id(u) + ", video " + items.id(i));
                continue;
            }
            user[size] = u;
            item[size] = i;
            duration[size] = rows.durationMillis(row);
            ratio[size++] = rows.watchRatio(row);
        }
        findings.kept(size);
        return new WatchMatrix(user, item, duration, ratio);
    }

    private static boolean isRepeated(InteractionLog rows, int row) {
        return row > 0 && rows.user(row - 1) == rows.user(row) && rows.item(row - 1) == rows.item(row);
    }
}
