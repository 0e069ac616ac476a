package dev.linger.data.kuairec;

import dev.linger.data.IdIndex;
import dev.linger.data.Progress;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.kuairec.files.LogColumn;
import dev.linger.data.kuairec.files.LogRow;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.FileFindings;
import java.util.stream.LongStream;

/** The users and videos that stand in the log but in no side table: found by a reading of the log before the indices are made. */
final class UndescribedIds {
    private final IdIndex users;
    private final IdIndex items;
    private final FileFindings findings;
    private final LongStream.Builder userIds = LongStream.builder();
    private final LongStream.Builder videoIds = LongStream.builder();

    private UndescribedIds(IdIndex users, IdIndex items, FileFindings findings) {
        this.users = users;
        this.items = items;
        this.findings = findings;
    }

    /** The ids of the log that are not in the indices of the described ones; counts the rows that name them. */
    static UndescribedIds find(IdIndex users, IdIndex items, FileFindings findings, Progress progress) {
        UndescribedIds found = new UndescribedIds(users, items, findings);
        LogRow.readEach(findings.file(), progress, found::take, broken -> {}); // counted by the second reading
        return found;
    }

    LongStream userIds() {
        return userIds.build();
    }

    LongStream videoIds() {
        return videoIds.build();
    }

    private void take(LogRow row) {
        note(row, LogColumn.USER_ID, users, userIds, KuaiRecRules.UNKNOWN_USER);
        note(row, LogColumn.VIDEO_ID, items, videoIds, KuaiRecRules.UNKNOWN_VIDEO);
    }

    private void note(LogRow row, LogColumn column, IdIndex known, LongStream.Builder found, CleaningRule rule) {
        long id = row.value(column);
        if (id >= 0 && known.indexOf(id) == IdIndex.UNKNOWN) {
            found.add(id);
            findings.hit(rule, Action.KEPT, row.line(), column.label, () -> row.text(column));
        }
    }
}
