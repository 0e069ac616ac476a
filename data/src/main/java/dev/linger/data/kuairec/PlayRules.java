package dev.linger.data.kuairec;

import dev.linger.data.IdIndex;
import dev.linger.data.csv.CellText;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.kuairec.KuaiRecSource.DisagreeingRatio;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.kuairec.files.LogColumn;
import dev.linger.data.kuairec.files.LogRow;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.FileFindings;
import java.util.List;

/** The rules that a play is held against in the log and in the small matrix alike. The first that drops a row counts it. */
final class PlayRules {
    private static final List<LogColumn> PARSED = List.of(
            LogColumn.USER_ID,
            LogColumn.VIDEO_ID,
            LogColumn.PLAY_DURATION,
            LogColumn.VIDEO_DURATION,
            LogColumn.TIMESTAMP,
            LogColumn.DATE);

    /** Columns without which a row may be kept; the small matrix may lack times. */
    private static final List<LogColumn> OPTIONAL = List.of(LogColumn.TIMESTAMP, LogColumn.DATE, LogColumn.WATCH_RATIO);

    private final KuaiRecSource config;
    private final WatchRules watch;
    private final IdIndex users;
    private final IdIndex items;
    private final FileFindings findings;
    private int user;
    private int item;

    PlayRules(KuaiRecSource config, WatchRules watch, IdIndex users, IdIndex items, FileFindings findings) {
        this.config = config;
        this.watch = watch;
        this.users = users;
        this.items = items;
        this.findings = findings;
    }

    /** Whether the row is a play; if so, {@link #user()} and {@link #item()} are its indices. */
    boolean accepts(LogRow row) {
        findings.rowsRead(1);
        return isReadable(row) && isPossible(row) && isKnown(row) && hasUsableRatio(row);
    }

    int user() {
        return user;
    }

    int item() {
        return item;
    }

    private boolean isReadable(LogRow row) {
        for (LogColumn column : PARSED) {
            boolean isId = column == LogColumn.USER_ID || column == LogColumn.VIDEO_ID;
            if (row.isBad(column) || (isId && row.value(column) < 0)) { // an empty cell is below 0
                return drop(KuaiRecRules.BAD_CELL, row, column);
            }
        }
        return true;
    }

    private boolean isPossible(LogRow row) {
        long duration = row.value(LogColumn.VIDEO_DURATION);
        if (duration <= 0 || duration > config.maxDurationMillis()) { // an empty cell is below 0
            return drop(KuaiRecRules.IMPOSSIBLE_DURATION, row, LogColumn.VIDEO_DURATION);
        }
        long play = row.value(LogColumn.PLAY_DURATION);
        boolean possible = play >= 0 && play <= Integer.MAX_VALUE;
        return possible || drop(KuaiRecRules.IMPOSSIBLE_PLAY, row, LogColumn.PLAY_DURATION);
    }

    private boolean isKnown(LogRow row) {
        user = users.indexOf(row.value(LogColumn.USER_ID));
        item = items.indexOf(row.value(LogColumn.VIDEO_ID));
        if (user == IdIndex.UNKNOWN) {
            return drop(KuaiRecRules.UNKNOWN_USER, row, LogColumn.USER_ID);
        }
        return item != IdIndex.UNKNOWN || drop(KuaiRecRules.UNKNOWN_VIDEO, row, LogColumn.VIDEO_ID);
    }

    private boolean hasUsableRatio(LogRow row) {
        if (row.isBad(LogColumn.WATCH_RATIO)) {
            return drop(KuaiRecRules.BAD_CELL, row, LogColumn.WATCH_RATIO);
        }
        boolean drop = config.disagreeingRatio() == DisagreeingRatio.DROP && ratioDisagrees(row);
        return !drop || drop(KuaiRecRules.RATIO_DISAGREES, row, LogColumn.WATCH_RATIO);
    }

    /** Counts what is remarkable in a row that is kept. */
    void countKept(LogRow row) {
        if (ratioDisagrees(row)) {
            keep(KuaiRecRules.RATIO_DISAGREES, row, LogColumn.WATCH_RATIO);
        }
        if (ratio(row) > watch.ratioCap()) {
            keep(KuaiRecRules.RATIO_ABOVE_CAP, row, LogColumn.WATCH_RATIO);
        }
        for (LogColumn column : OPTIONAL) {
            if (row.saysMissing(column)) {
                findings.hit(
                        KuaiRecRules.MISSING_WORD, Action.EMPTIED, row.line(), column.label, () -> row.text(column));
            }
        }
    }

    boolean drop(CleaningRule rule, LogRow row, LogColumn column) {
        findings.hit(rule, Action.DROPPED, row.line(), column.label, () -> row.text(column));
        return false;
    }

    void keep(CleaningRule rule, LogRow row, LogColumn column) {
        findings.hit(rule, Action.KEPT, row.line(), column.label, () -> row.text(column));
    }

    private boolean ratioDisagrees(LogRow row) {
        double ratio = ratio(row);
        return row.value(LogColumn.WATCH_RATIO) != CellText.EMPTY
                && Math.abs(row.watchRatio() - ratio) > config.ratioTolerance() * Math.max(1, ratio);
    }

    private static double ratio(LogRow row) {
        return (double) row.value(LogColumn.PLAY_DURATION) / row.value(LogColumn.VIDEO_DURATION);
    }
}
