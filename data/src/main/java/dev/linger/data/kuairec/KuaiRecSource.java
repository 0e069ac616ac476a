package dev.linger.data.kuairec;

import dev.linger.data.IdIndex;
import dev.linger.data.Progress;
import dev.linger.data.config.Key;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.kuairec.files.DataDirectory;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.kuairec.files.LogColumn;
import dev.linger.data.kuairec.inspect.KuaiRecInspection;
import dev.linger.data.kuairec.tables.ItemColumns;
import dev.linger.data.kuairec.tables.UserColumns;
import dev.linger.data.parts.LogInParts;
import dev.linger.data.parts.PartReader;
import dev.linger.data.parts.PartedSource;
import dev.linger.data.source.DataInspection;
import dev.linger.data.source.DataSize;
import dev.linger.data.source.LoadedData;
import dev.linger.data.source.YearRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file layout of KuaiRec and how it is cleaned; {@link KuaiRecRules} says what each rule looks at.
 *
 * <p>Source: Gao et al., "KuaiRec: A Fully-observed Dataset and Insights for Evaluating Recommender Systems", CIKM 2022.
 */
public record KuaiRecSource(
        @Key(
                        value = "region whose calendar makes the days",
                        byDefault = "\"Asia/Shanghai\"",
                        because = "the dates in the files are of that region")
                String zone,
        @Key(
                        value = "whether rows equal to an earlier row are dropped; else they are kept and counted",
                        byDefault = "true",
                        because = "a copy is no second play")
                boolean dropExactCopies,
        @Key(
                        value = "longest possible video in milliseconds, >= 1; plays of longer ones are dropped",
                        byDefault = "3600000",
                        because = "one hour; the longest of KuaiRec's has five minutes")
                int maxDurationMillis,
        @Key(
                        value = "first year, in zone, in which a play can have happened, 1970 or later",
                        byDefault = "2011",
                        because = "there was no such app before")
                int earliestYear,
        @Key(
                        value = "last such year, up to 9999",
                        byDefault = "2099",
                        because = "a time in other units is told by its year")
                int latestYear,
        @Key(
                        value = "drop or keep plays whose user or video is in no side table",
                        byDefault = "\"drop\"",
                        because = "keep reads the log twice")
                UnknownIds unknownIds,
        @Key(
                        value = "how far a watch_ratio cell may be from play / duration, absolute and relative, >= 0",
                        byDefault = "0.0001",
                        because = "the cells are rounded")
                double ratioTolerance,
        @Key(
                        value = "recompute the ratio of plays whose watch_ratio cell is further off, or drop them",
                        byDefault = "\"recompute\"",
                        because = "play and duration are measured, the ratio is derived")
                DisagreeingRatio disagreeingRatio,
        @Key(
                        value = "share of unreadable rows of a file, 0 to 1, above which reading stops",
                        byDefault = "0.01",
                        because = "such a file is damaged")
                double maxBadShare,
        @Key(
                        value = "share of rows with unknown ids of a file, 0 to 1, above which reading stops",
                        byDefault = "0.05",
                        because = "such files are of two releases")
                double maxUnknownIdShare)
        implements PartedSource {
    /** The defaults. */
    public static final KuaiRecSource DEFAULTS = new KuaiRecSource(
            "Asia/Shanghai",
            true,
            3_600_000,
            2011,
            2099,
            UnknownIds.DROP,
            1e-4,
            DisagreeingRatio.RECOMPUTE,
            0.01,
            0.05);

    /** The columns that are read of each file. */
    private static final Map<String, List<String>> COLUMNS = Map.of(
            DataDirectory.LOG, LogColumn.LABELS,
            DataDirectory.USERS, UserColumns.NAMES,
            DataDirectory.TAGS, ItemColumns.TAG_FILE,
            DataDirectory.DAILY, ItemColumns.DAILY_FILE,
            DataDirectory.SMALL_MATRIX, LogColumn.LABELS,
            DataDirectory.FRIENDS, UserColumns.FRIENDS_FILE,
            DataDirectory.CAPTIONS, ItemColumns.CAPTION_FILE);

    public KuaiRecSource {
        YearRange.of(zone, earliestYear, latestYear);
        if (maxDurationMillis < 1) {
            throw new IllegalArgumentException("maxDurationMillis must be >= 1 but was " + maxDurationMillis);
        }
        if (!(ratioTolerance >= 0)) {
            throw new IllegalArgumentException("ratioTolerance must be >= 0 but was " + ratioTolerance);
        }
        requireShare("maxBadShare", maxBadShare);
        requireShare("maxUnknownIdShare", maxUnknownIdShare);
    }

    /** Whether a file of this name, without its folder, belongs to the layout. */
    public static boolean isOne(String name) {
        return DataDirectory.isOne(name);
    }

    /** What becomes of plays whose user or video is in no side table. */
    public enum UnknownIds {
        /** The plays are dropped. */
        DROP,
        /** The plays are kept; the user or video has no attributes. The log is read twice for it. */
        KEEP
    }

    /** What becomes of plays whose watch_ratio cell is not play / duration. */
    public enum DisagreeingRatio {
        /** The play is kept, its ratio being play / duration. */
        RECOMPUTE,
        /** The play is dropped. */
        DROP
    }

    @Override
    public DataSize size(Path directory) {
        DataDirectory files = files(directory);
        return new DataSize(
                files.log().estimatedRows(),
                files.users().estimatedRows(),
                files.tags().estimatedRows(),
                files.smallMatrix().map(SourceFile::estimatedRows).orElse(0L),
                files.daily().estimatedRows());
    }

    /** The files, each with all columns that are read. */
    private static DataDirectory files(Path directory) {
        return DataDirectory.in(directory, COLUMNS);
    }

    @Override
    public Map<String, String> digests(Path directory, Progress progress) {
        return FileDigests.of(DataDirectory.in(directory, Map.of()), progress);
    }

    @Override
    public LoadedData read(Path directory, WatchRules watch, Progress progress) {
        return KuaiRecReader.read(files(directory), this, watch, progress, null);
    }

    @Override
    public LoadedData readInParts(Path directory, WatchRules watch, LogInParts log, Progress progress) {
        return KuaiRecReader.read(files(directory), this, watch, progress, log);
    }

    @Override
    public PartReader partReader(WatchRules watch, IdIndex users, IdIndex items) {
        return LogReader.ofParts(this, watch, users, items);
    }

    @Override
    public Optional<DataInspection> inspect(Path directory, Progress progress) {
        return Optional.of(KuaiRecInspection.of(files(directory), progress));
    }

    /** The calendar that days are of, and the years that plays can be of. */
    YearRange years() {
        return YearRange.of(zone, earliestYear, latestYear);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1 but was " + value);
        }
    }
}
