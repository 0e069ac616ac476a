package dev.linger.data.kuairand;

import dev.linger.data.Dataset;
import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.Progress;
import dev.linger.data.UserTable;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.SideTable;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.kuairec.tables.KeyedTable;
import dev.linger.data.kuairec.tables.UserColumns;
import dev.linger.data.source.DataReport;
import dev.linger.data.source.FileFindings;
import dev.linger.data.source.LoadedData;
import dev.linger.data.source.LogStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a directory in the KuaiRand layout: the tables of users and videos, which say who there is, then the logs. */
final class KuaiRandReader {
    private final KuaiRandSource config;
    private final Progress progress;
    private final List<FileFindings> findings = new ArrayList<>();

    private KuaiRandReader(KuaiRandSource config, Progress progress) {
        this.config = config;
        this.progress = progress;
    }

    static LoadedData read(KuaiRandFiles files, KuaiRandSource config, WatchRules watch, Progress progress) {
        return new KuaiRandReader(config, progress).read(files, watch);
    }

    private LoadedData read(KuaiRandFiles files, WatchRules watch) {
        List<FileFindings> logs =
                files.logs(config).stream().map(this::findingsOf).toList();
        KeyedTable userRows = table(files.users(), UserColumns.NAMES, UserColumns.KEY);
        KeyedTable videoRows = table(files.videos(), VideoColumns.NAMES, VideoColumns.KEY);
        IdIndex users = IdIndex.of("user", userRows.readableIds());
        IdIndex items = IdIndex.of("video", videoRows.readableIds());
        UserTable userTable = UserColumns.table(userRows, users, KuaiRandRules.UNKNOWN_USER);
        ItemTable itemTable = VideoColumns.table(videoRows, items);
        check(userRows.findings());
        check(videoRows.findings());
        DayTotals totals = new DayTotals();
        InteractionLog log = log(logs, new PlayRules(config, watch, users, items, totals));
        return new LoadedData(
                new Dataset(
                        users,
                        items,
                        log,
                        userTable,
                        itemTable,
                        totals.stats(items.size()),
                        null,
                        config.years().zone()),
                DataReport.of(KuaiRandRules.ALL, findings, LogStatistics.of(log, users.size(), items.size())));
    }

    private InteractionLog log(List<FileFindings> logs, PlayRules rules) {
        for (FileFindings found : logs) {
            rules.read(found, progress);
            check(found);
        }
        if (rules.log().size() == 0) {
            throw new InputException("no row of the logs is left after cleaning; the rules hit:\n  "
                    + logs.stream()
                            .flatMap(found -> found.hits().stream())
                            .map(hit -> hit.rule().name() + " " + hit.rows() + ", such as "
                                    + hit.examples().get(0) + ". " + hit.rule().description())
                            .collect(Collectors.joining("\n  "))
                    + "\nMend the files or loosen these rules.");
        }
        return rules.log().build();
    }

    private KeyedTable table(SourceFile file, List<String> columns, String key) {
        FileFindings found = findingsOf(file);
        return KeyedTable.of(SideTable.read(file, columns, Cells.SHORT, progress, found::broken), found, key);
    }

    private FileFindings findingsOf(SourceFile file) {
        FileFindings found = new FileFindings(file, KuaiRandRules.ALL);
        findings.add(found);
        return found;
    }

    private void check(FileFindings found) {
        found.check(config.maxBadShare(), config.maxUnknownIdShare());
    }
}
