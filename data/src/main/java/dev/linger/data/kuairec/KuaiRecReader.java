package dev.linger.data.kuairec;

import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.Progress;
import dev.linger.data.UserTable;
import dev.linger.data.WatchMatrix;
import dev.linger.data.csv.SideTable;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.kuairec.CleaningConfig.UnknownIds;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Reads a directory in the KuaiRec layout. Tables of users and tags come first, for they say which users and videos there
 * are; then the log, row by row, and beside it the other tables and the small matrix. Of several errors the one of the file
 * that stands first in the report is thrown.
 */
public final class KuaiRecReader {
    private final DataDirectory directory;
    private final CleaningConfig config;
    private final Progress progress;
    private final List<FileFindings> findings = new ArrayList<>();

    private KuaiRecReader(DataDirectory directory, CleaningConfig config, Progress progress) {
        this.directory = directory;
        this.config = config;
        this.progress = progress;
    }

    /**
     * The data set in the directory, cleaned, and the report of what was found.
     *
     * @throws dev.linger.data.InputException where a required file or column is missing, a key repeats in a table that
     *     holds each once, or a file has more unreadable rows or unknown ids than the configuration allows
     */
    public static LoadedData read(Path directory, CleaningConfig config, Progress progress) {
        DataDirectory files = DataDirectory.in(directory);
        long logTwice = config.unknownIds() == UnknownIds.KEEP ? files.log().bytes() : 0;
        try (ReadingProgress reading = new ReadingProgress(progress, files.bytes() + logTwice)) {
            return new KuaiRecReader(files, config, reading).read();
        }
    }

    private LoadedData read() {
        KeyedTable userRows = sideTable(findingsOf(directory.users()), UserColumns.NAMES, UserColumns.KEY);
        KeyedTable tagRows = sideTable(findingsOf(directory.tags()), ItemColumns.TAG_FILE, ItemColumns.KEY);
        FileFindings dailyFindings = findingsOf(directory.daily());
        Optional<FileFindings> captionFindings = directory.captions().map(this::findingsOf);
        FileFindings logFindings = findingsOf(directory.log());
        try (BackgroundTask<DailyAndCaptions> videoRows = BackgroundTask.start(
                "videos",
                () -> new DailyAndCaptions(
                        sideTable(dailyFindings, ItemColumns.DAILY_FILE, ItemColumns.KEY),
                        captionFindings.map(this::captions)))) {
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
        try (BackgroundTask<InteractionLog> log =
                BackgroundTask.start("log", () -> LogReader.read(config, users, items, logFindings, progress))) {
            UserTable userTable = UserColumns.table(userRows, users);
            DailyTable daily = new DailyTable(videoRows.result().daily(), items);
            DailyStats dailyStats = daily.stats();
            ItemTable itemTable =
                    ItemColumns.table(tagRows, daily, videoRows.result().captions(), items);
            directory.friends().ifPresent(file -> checkFriends(findingsOf(file), users));
            findings.stream().filter(found -> found != logFindings).forEach(found -> found.check(config));
            Optional<FileFindings> small = directory.smallMatrix().map(this::findingsOf);
            try (BackgroundTask<Optional<WatchMatrix>> smallMatrix = BackgroundTask.start(
                    "small-matrix",
                    () -> small.map(found -> SmallMatrixReader.read(config, users, items, found, progress)))) {
                InteractionLog plays = log.result();
                LogStatistics statistics = LogStatistics.of(plays, users.size(), items.size());
                WatchMatrix matrix = smallMatrix.result().orElse(null);
                ZoneId zone = config.zoneId();
                return new LoadedData(
                        new Dataset(users, items, plays, userTable, itemTable, dailyStats, matrix, zone),
                        report(statistics));
            }
        }
    }

    private KeyedTable sideTable(FileFindings found, List<String> columns, String key) {
        return KeyedTable.of(SideTable.read(found.file(), columns, progress), found, key);
    }

    private KeyedTable captions(FileFindings found) {
        SideTable table =
                SideTable.readSkippingBroken(found.file(), ItemColumns.CAPTION_FILE, progress, found::brokenCaption);
        return KeyedTable.of(table, found, ItemColumns.KEY);
    }

    /** Friends are read to be checked and counted; nothing uses them. */
    private void checkFriends(FileFindings found, IdIndex users) {
        KeyedTable rows = sideTable(found, List.of(UserColumns.KEY, "friend_list"), UserColumns.KEY);
        int[] userOfRow = rows.indexOfRow(users, CleaningRule.UNKNOWN_USER);
        new AttributeCells(rows.table(), userOfRow, users.size(), rows.findings()).lists("friend_list");
    }

    private FileFindings findingsOf(SourceFile file) {
        FileFindings found = new FileFindings(file);
        findings.add(found);
        return found;
    }

    private DataReport report(LogStatistics statistics) {
        return new DataReport(
                findings.stream().map(FileFindings::inputFile).toList(),
                findings.stream().flatMap(found -> found.hits().stream()).toList(),
                statistics);
    }

    private record Ids(IdIndex users, IdIndex items) {}

    private record DailyAndCaptions(KeyedTable daily, Optional<KeyedTable> captions) {}
}
