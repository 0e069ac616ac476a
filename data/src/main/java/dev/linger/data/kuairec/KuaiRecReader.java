package dev.linger.data.kuairec;

import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.Friends;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.Progress;
import dev.linger.data.UserTable;
import dev.linger.data.WatchMatrix;
import dev.linger.data.csv.BrokenRow;
import dev.linger.data.csv.BrokenRow.Fault;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.SideTable;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.kuairec.KuaiRecSource.UnknownIds;
import dev.linger.data.kuairec.files.DataDirectory;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.kuairec.tables.AttributeCells;
import dev.linger.data.kuairec.tables.DailyTable;
import dev.linger.data.kuairec.tables.ItemColumns;
import dev.linger.data.kuairec.tables.KeyedTable;
import dev.linger.data.kuairec.tables.UserColumns;
import dev.linger.data.parts.LogInParts;
import dev.linger.data.source.DataReport;
import dev.linger.data.source.FileFindings;
import dev.linger.data.source.LoadedData;
import dev.linger.data.source.LogStatistics;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a directory in the KuaiRec layout. Tables of users and tags come first, for they say which users and videos there
 * are; then the log, row by row, and beside it the other tables and the small matrix. Of several errors the one of the file
 * that comes first in the report is thrown.
 */
final class KuaiRecReader {
    private final DataDirectory directory;
    private final KuaiRecSource config;
    private final WatchRules watch;
    private final Progress progress;
    private final @Nullable LogInParts parts;
    private final List<FileFindings> findings = new ArrayList<>();

    private KuaiRecReader(
            DataDirectory directory,
            KuaiRecSource config,
            WatchRules watch,
            Progress progress,
            @Nullable LogInParts parts) {
        this.directory = directory;
        this.config = config;
        this.watch = watch;
        this.progress = progress;
        this.parts = parts;
    }

    /**
     * The data set in the files, cleaned, and the report of what was found.
     *
     * @param parts reads the log in parts and keeps its plays; null where it is read here
     * @throws dev.linger.data.InputException where a required column is missing, a key repeats in a table that
     *     holds each once, or a file has more unreadable rows or unknown ids than the configuration allows
     */
    static LoadedData read(
            DataDirectory files,
            KuaiRecSource config,
            WatchRules watch,
            Progress progress,
            @Nullable LogInParts parts) {
        long logTwice = config.unknownIds() == UnknownIds.KEEP ? files.log().bytes() : 0;
        try (ReadingProgress reading = new ReadingProgress(progress, files.bytes() + logTwice)) {
            return new KuaiRecReader(files, config, watch, reading, parts).read();
        }
    }

    private LoadedData read() {
        KeyedTable userRows = sideTable(findingsOf(directory.users()), UserColumns.NAMES, UserColumns.KEY);
        KeyedTable tagRows = sideTable(findingsOf(directory.tags()), ItemColumns.TAG_FILE, ItemColumns.KEY);
        FileFindings dailyFindings = findingsOf(directory.daily());
        Optional<FileFindings> captionFindings = directory.captions().map(this::findingsOf);
        FileFindings logFindings = findingsOf(directory.log());
        try (BackgroundTask<DailyAndCaptions> videoRows = BackgroundTask.start(
                "videos", () -> new DailyAndCaptions(daily(dailyFindings), captionFindings.map(this::captions)))) {
            Ids ids = new Ids(IdIndex.of("user", userRows.readableIds()), IdIndex.of("video", tagRows.readableIds()));
            if (config.unknownIds() == UnknownIds.KEEP) {
                videoRows.result(); // its errors come before those of the log
                ids = withUndescribed(ids, userRows, tagRows, logFindings);
            }
            return read(ids, userRows, tagRows, videoRows, logFindings);
        }
    }

    private Ids withUndescribed(Ids described, KeyedTable userRows, KeyedTable tagRows, FileFindings logFindings) {
        UndescribedIds undescribed = UndescribedIds.find(described.users(), described.items(), logFindings, progress);
        return new Ids(
                IdIndex.of("user", LongStream.concat(userRows.readableIds(), undescribed.userIds())),
                IdIndex.of("video", LongStream.concat(tagRows.readableIds(), undescribed.videoIds())));
    }

    private LoadedData read(
            Ids ids,
            KeyedTable userRows,
            KeyedTable tagRows,
            BackgroundTask<DailyAndCaptions> videoRows,
            FileFindings logFindings) {
        IdIndex users = ids.users();
        IdIndex items = ids.items();
        try (BackgroundTask<Plays> log = BackgroundTask.start("log", () -> plays(ids, logFindings))) {
            UserTable described = UserColumns.table(userRows, users, KuaiRecRules.UNKNOWN_USER);
            DailyTable daily = new DailyTable(videoRows.result().daily(), items);
            DailyStats dailyStats = daily.stats();
            ItemTable itemTable =
                    ItemColumns.table(tagRows, daily, videoRows.result().captions(), items);
            UserTable userTable = directory
                    .friends()
                    .map(file -> described.with(friends(findingsOf(file), users)))
                    .orElse(described);
            findings.stream().filter(found -> found != logFindings).forEach(found -> check(found));
            Optional<FileFindings> small = directory.smallMatrix().map(this::findingsOf);
            try (BackgroundTask<Optional<WatchMatrix>> smallMatrix = BackgroundTask.start(
                    "small-matrix",
                    () -> small.map(found -> SmallMatrixReader.read(config, watch, users, items, found, progress)))) {
                Plays plays = log.result();
                WatchMatrix matrix = smallMatrix.result().orElse(null);
                ZoneId zone = config.years().zone();
                return new LoadedData(
                        new Dataset(users, items, plays.log(), userTable, itemTable, dailyStats, matrix, zone),
                        DataReport.of(KuaiRecRules.ALL, findings, plays.statistics()));
            }
        }
    }

    private Plays plays(Ids ids, FileFindings found) {
        if (parts == null) {
            InteractionLog log = LogReader.read(config, watch, ids.users(), ids.items(), found, progress);
            return new Plays(
                    log, LogStatistics.of(log, ids.users().size(), ids.items().size()));
        }
        parts.read(found, ids.users(), ids.items());
        LogReader.check(config, found);
        return new Plays(InteractionLog.EMPTY, parts.statistics());
    }

    private KeyedTable sideTable(FileFindings found, List<String> columns, String key) {
        return KeyedTable.of(SideTable.read(found.file(), columns, Cells.SHORT, progress, found::broken), found, key);
    }

    private KeyedTable daily(FileFindings found) {
        SideTable table =
                SideTable.read(found.file(), ItemColumns.DAILY_TEXTS, DailyTable.NUMBERS, progress, found::broken);
        return KeyedTable.of(table, found, ItemColumns.KEY);
    }

    private KeyedTable captions(FileFindings found) {
        SideTable table = ItemColumns.captions(found.file(), progress, row -> brokenCaption(found, row));
        return KeyedTable.of(table, found, ItemColumns.KEY);
    }

    /** A piece of a torn caption is no short row like others. */
    private static void brokenCaption(FileFindings found, BrokenRow row) {
        if (row.fault() == Fault.FIELD_COUNT || row.fault() == Fault.QUOTE) {
            found.broken(KuaiRecRules.BROKEN_CAPTION, row);
        } else {
            found.broken(row);
        }
    }

    private void check(FileFindings found) {
        found.check(config.maxBadShare(), config.maxUnknownIdShare());
    }

    private Friends friends(FileFindings found, IdIndex users) {
        KeyedTable rows = sideTable(found, UserColumns.FRIENDS_FILE, UserColumns.KEY);
        int[] userOfRow = rows.indexOfRow(users, KuaiRecRules.UNKNOWN_USER);
        long[][] lists =
                new AttributeCells(rows.table(), userOfRow, users.size(), rows.findings()).lists(UserColumns.FRIENDS);
        rows.findings().kept(Arrays.stream(userOfRow).filter(user -> user >= 0).count());
        return UserColumns.friends(lists, users);
    }

    private FileFindings findingsOf(SourceFile file) {
        FileFindings found = new FileFindings(file, KuaiRecRules.ALL);
        findings.add(found);
        return found;
    }

    private record Plays(InteractionLog log, LogStatistics statistics) {}

    private record Ids(IdIndex users, IdIndex items) {}

    private record DailyAndCaptions(KeyedTable daily, Optional<KeyedTable> captions) {}
}
