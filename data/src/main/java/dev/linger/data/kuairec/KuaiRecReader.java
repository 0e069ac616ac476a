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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a directory in the KuaiRec layout. Side tables come first, for they say which users and videos there are; then
 * the log, row by row; then the small matrix.
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
        return new KuaiRecReader(DataDirectory.in(directory), config, progress).read();
    }

    private LoadedData read() {
        KeyedTable userRows = sideTable(directory.users(), UserColumns.NAMES, UserColumns.KEY);
        KeyedTable tagRows = sideTable(directory.tags(), ItemColumns.TAG_FILE, ItemColumns.KEY);
        KeyedTable dailyRows = sideTable(directory.daily(), ItemColumns.DAILY_FILE, ItemColumns.KEY);
        Optional<KeyedTable> captionRows = directory.captions().map(this::captions);
        FileFindings logFindings = findingsOf(directory.log());

        IdIndex users = IdIndex.of("user", userRows.readableIds());
        IdIndex items = IdIndex.of("video", tagRows.readableIds());
        if (config.unknownIds() == UnknownIds.KEEP) {
            UndescribedIds undescribed = UndescribedIds.find(users, items, logFindings, progress);
            users = IdIndex.of("user", LongStream.concat(userRows.readableIds(), undescribed.userIds()));
            items = IdIndex.of("video", LongStream.concat(tagRows.readableIds(), undescribed.videoIds()));
        }

        UserTable userTable = UserColumns.table(userRows, users);
        DailyTable daily = new DailyTable(dailyRows, items);
        DailyStats dailyStats = daily.stats();
        ItemTable itemTable = ItemColumns.table(tagRows, daily, captionRows, items);
        IdIndex knownUsers = users;
        directory.friends().ifPresent(file -> checkFriends(file, knownUsers));
        findings.stream().filter(found -> found != logFindings).forEach(found -> found.check(config));

        InteractionLog log = LogReader.read(config, users, items, logFindings, progress);
        WatchMatrix smallMatrix = smallMatrix(users, items);
        Dataset dataset =
                new Dataset(users, items, log, userTable, itemTable, dailyStats, smallMatrix, config.zoneId());
        return new LoadedData(dataset, report(dataset));
    }

    private KeyedTable sideTable(SourceFile file, List<String> columns, String key) {
        return KeyedTable.of(SideTable.read(file, columns, progress), findingsOf(file), key);
    }

    private KeyedTable captions(SourceFile file) {
        FileFindings found = findingsOf(file);
        SideTable table = SideTable.readSkippingBroken(file, ItemColumns.CAPTION_FILE, progress, found::brokenCaption);
        return KeyedTable.of(table, found, ItemColumns.KEY);
    }

    /** Friends are read to be checked and counted; nothing uses them. */
    private void checkFriends(SourceFile file, IdIndex users) {
        KeyedTable rows = sideTable(file, List.of(UserColumns.KEY, "friend_list"), UserColumns.KEY);
        int[] userOfRow = rows.indexOfRow(users, CleaningRule.UNKNOWN_USER);
        new AttributeCells(rows.table(), userOfRow, users.size(), rows.findings()).lists("friend_list");
    }

    private @Nullable WatchMatrix smallMatrix(IdIndex users, IdIndex items) {
        return directory
                .smallMatrix()
                .map(file -> SmallMatrixReader.read(config, users, items, findingsOf(file), progress))
                .orElse(null);
    }

    private FileFindings findingsOf(SourceFile file) {
        FileFindings found = new FileFindings(file);
        findings.add(found);
        return found;
    }

    private DataReport report(Dataset dataset) {
        return new DataReport(
                findings.stream().map(FileFindings::inputFile).toList(),
                findings.stream().flatMap(found -> found.hits().stream()).toList(),
                LogStatistics.of(dataset.log(), dataset.userCount(), dataset.itemCount()));
    }
}
