package dev.linger.data.kuairand;

import dev.linger.data.Progress;
import dev.linger.data.config.Key;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.source.DataInspection;
import dev.linger.data.source.DataSize;
import dev.linger.data.source.DataSource;
import dev.linger.data.source.LoadedData;
import dev.linger.data.source.YearRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file layout of KuaiRand and how it is cleaned; {@link KuaiRandRules} says what each rule looks at.
 *
 * <p>Source: Gao et al., "KuaiRand: An Unbiased Sequential Recommendation Dataset with Randomly Exposed Videos", CIKM 2022.
 */
public record KuaiRandSource(
        @Key(
                        value = "leave-out or add the plays of videos that were shown at random",
                        byDefault = "\"leave-out\"",
                        because = "they do not tell what a recommender would have shown, nor how it did")
                RandomLog randomLog,
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
                        because = "one hour, as of KuaiRec")
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
                        value = "share of unreadable rows of a file, 0 to 1, above which reading stops",
                        byDefault = "0.01",
                        because = "such a file is damaged")
                double maxBadShare,
        @Key(
                        value = "share of rows with unknown ids of a file, 0 to 1, above which reading stops",
                        byDefault = "0.05",
                        because = "such files are of two versions")
                double maxUnknownIdShare)
        implements DataSource {
    /** The time that the log covers, which a video has at most so many daily statistics of. */
    private static final int DAYS = 31;

    /** What becomes of plays of videos that were shown at random. */
    public enum RandomLog {
        /** Their files are not read, and such rows of other files are dropped. */
        LEAVE_OUT,
        /** They are plays like others. */
        ADD
    }

    public KuaiRandSource {
        YearRange.of(zone, earliestYear, latestYear);
        if (maxDurationMillis < 1) {
            throw new IllegalArgumentException("maxDurationMillis must be >= 1 but was " + maxDurationMillis);
        }
        requireShare("maxBadShare", maxBadShare);
        requireShare("maxUnknownIdShare", maxUnknownIdShare);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in 0..1 but was " + value);
        }
    }

    /** Whether a file of this name, without its folder, belongs to the layout. */
    public static boolean isOne(String name) {
        return KuaiRandFiles.isOne(name);
    }

    boolean readsRandom() {
        return randomLog == RandomLog.ADD;
    }

    /** The calendar that days are of, and the years that plays can be of. */
    YearRange years() {
        return YearRange.of(zone, earliestYear, latestYear);
    }

    @Override
    public DataSize size(Path directory) {
        KuaiRandFiles files = KuaiRandFiles.in(directory);
        long plays =
                files.logs(this).stream().mapToLong(SourceFile::estimatedRows).sum();
        long videos = files.videos().estimatedRows();
        return new DataSize(plays, files.users().estimatedRows(), videos, 0, Math.min(plays, DAYS * videos));
    }

    @Override
    public Map<String, String> digests(Path directory, Progress progress) {
        Map<String, String> digests = new TreeMap<>();
        for (SourceFile file : KuaiRandFiles.in(directory).read(this)) {
            digests.put(file.name(), file.sha256(progress));
        }
        return digests;
    }

    @Override
    public LoadedData read(Path directory, WatchRules watch, Progress progress) {
        return KuaiRandReader.read(KuaiRandFiles.in(directory), this, watch, progress);
    }

    @Override
    public List<String> unread(Path directory) {
        KuaiRandFiles files = KuaiRandFiles.in(directory);
        List<String> notes = new ArrayList<>();
        if (!readsRandom() && !files.random().isEmpty()) {
            notes.add(KuaiRandFiles.names(files.random())
                    + " is left out: shown at random (data.randomLog=add reads it)");
        }
        if (!files.unread().isEmpty()) {
            notes.add(KuaiRandFiles.names(files.unread())
                    + " is left out: means of a month that is longer than the history");
        }
        return notes;
    }

    @Override
    public Optional<DataInspection> inspect(Path directory, Progress progress) {
        return Optional.of(KuaiRandInspection.of(KuaiRandFiles.in(directory), progress));
    }
}
