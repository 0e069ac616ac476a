package dev.linger.data.kuairand;

import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.LocalDays;
import dev.linger.data.Progress;
import dev.linger.data.csv.CellText;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.FileFindings;
import dev.linger.data.source.PlayRowRules;
import dev.linger.data.source.YearRange;
import java.util.List;

/** The rules that the rows of the logs are held against, file by file; those that are kept are counted and logged. */
final class PlayRules {
    private static final List<PlayColumn> NEEDED = List.of(
            PlayColumn.USER_ID,
            PlayColumn.VIDEO_ID,
            PlayColumn.TIME_MS,
            PlayColumn.PLAY_TIME_MS,
            PlayColumn.DURATION_MS,
            PlayColumn.IS_RAND);

    private final KuaiRandSource config;
    private final WatchRules watch;
    private final IdIndex users;
    private final IdIndex items;
    private final DayTotals totals;
    private final InteractionLogBuilder log;
    private final LocalDays days;
    private final long earliestMillis;
    private final long endMillis;
    private int user;
    private int item;

    PlayRules(KuaiRandSource config, WatchRules watch, IdIndex users, IdIndex items, DayTotals totals) {
        this.config = config;
        this.watch = watch;
        this.users = users;
        this.items = items;
        this.totals = totals;
        YearRange years = config.years();
        this.days = new LocalDays(years.zone());
        this.log = new InteractionLogBuilder(years.zone(), 0, PlayColumn.FLAGS);
        this.earliestMillis = years.earliestMillis();
        this.endMillis = years.endMillis();
    }

    /** Reads a log after those before it. */
    void read(FileFindings findings, Progress progress) {
        int before = log.size();
        findings.reading(PlayRow.readEach(findings.file(), progress, row -> take(row, findings), findings::broken));
        findings.kept(log.size() - before);
    }

    /** What is kept so far. */
    InteractionLogBuilder log() {
        return log;
    }

    private void take(PlayRow row, FileFindings findings) {
        findings.rowsRead(1);
        if (isReadable(row, findings) && isPossible(row, findings) && isKnown(row, findings)) {
            add(row, findings);
        }
    }

    private static boolean isReadable(PlayRow row, FileFindings findings) {
        for (PlayColumn column : NEEDED) {
            boolean id = column == PlayColumn.USER_ID || column == PlayColumn.VIDEO_ID;
            long value = row.value(column);
            if (value == CellText.BAD || value == CellText.EMPTY || (id && value < 0)) {
                return drop(PlayRowRules.BAD_CELL, row, column, findings);
            }
        }
        return row.isFlag(PlayColumn.IS_RAND) || drop(PlayRowRules.BAD_CELL, row, PlayColumn.IS_RAND, findings);
    }

    private boolean isPossible(PlayRow row, FileFindings findings) {
        if (row.is(PlayColumn.IS_RAND) && !config.readsRandom()) {
            return drop(KuaiRandRules.RANDOM_EXPOSURE, row, PlayColumn.IS_RAND, findings);
        }
        long duration = row.value(PlayColumn.DURATION_MS);
        if (duration <= 0 || duration > config.maxDurationMillis()) {
            return drop(PlayRowRules.IMPOSSIBLE_DURATION, row, PlayColumn.DURATION_MS, findings);
        }
        long play = row.value(PlayColumn.PLAY_TIME_MS);
        if (play < 0 || play > Integer.MAX_VALUE) {
            return drop(PlayRowRules.IMPOSSIBLE_PLAY, row, PlayColumn.PLAY_TIME_MS, findings);
        }
        long time = row.value(PlayColumn.TIME_MS);
        return (time >= earliestMillis && time < endMillis)
                || drop(PlayRowRules.IMPOSSIBLE_TIME, row, PlayColumn.TIME_MS, findings);
    }

    private boolean isKnown(PlayRow row, FileFindings findings) {
        user = users.indexOf(row.value(PlayColumn.USER_ID));
        item = items.indexOf(row.value(PlayColumn.VIDEO_ID));
        if (user == IdIndex.UNKNOWN) {
            return drop(KuaiRandRules.UNKNOWN_USER, row, PlayColumn.USER_ID, findings);
        }
        return item != IdIndex.UNKNOWN || drop(KuaiRandRules.UNKNOWN_VIDEO, row, PlayColumn.VIDEO_ID, findings);
    }

    private void add(PlayRow row, FileFindings findings) {
        int play = (int) row.value(PlayColumn.PLAY_TIME_MS);
        int duration = (int) row.value(PlayColumn.DURATION_MS);
        long time = row.value(PlayColumn.TIME_MS);
        int flags = row.flags();
        if (!log.addDistinct(user, item, play, duration, time, flags)) {
            Action action = config.dropExactCopies() ? Action.DROPPED : Action.KEPT;
            findings.hit(PlayRowRules.EXACT_COPY, action, row.line(), "", row::plainText);
            if (action == Action.DROPPED) {
                return;
            }
            log.add(user, item, play, duration, time, flags);
        }
        countKept(row, findings);
        totals.add(item, days.of(time), play, duration, row);
    }

    private void countKept(PlayRow row, FileFindings findings) {
        double ratio = (double) row.value(PlayColumn.PLAY_TIME_MS) / row.value(PlayColumn.DURATION_MS);
        if (ratio > watch.ratioCap()) {
            findings.hit(
                    PlayRowRules.RATIO_ABOVE_CAP,
                    Action.KEPT,
                    row.line(),
                    PlayColumn.PLAY_TIME_MS.label,
                    () -> row.text(PlayColumn.PLAY_TIME_MS));
        }
        for (PlayColumn flag : PlayColumn.ENGAGEMENT) {
            if (!row.isFlag(flag)) {
                empty(row, flag, findings);
            }
        }
        long comments = row.value(PlayColumn.COMMENT_STAY_TIME);
        if (comments < 0 && comments != CellText.EMPTY) {
            empty(row, PlayColumn.COMMENT_STAY_TIME, findings);
        }
    }

    private static void empty(PlayRow row, PlayColumn column, FileFindings findings) {
        findings.hit(KuaiRecRules.BAD_ATTRIBUTE, Action.EMPTIED, row.line(), column.label, () -> row.text(column));
    }

    private static boolean drop(CleaningRule rule, PlayRow row, PlayColumn column, FileFindings findings) {
        findings.hit(rule, Action.DROPPED, row.line(), column.label, () -> row.text(column));
        return false;
    }
}
