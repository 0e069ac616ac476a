package dev.linger.data.plays;

import dev.linger.data.PlayFlags;
import dev.linger.data.Progress;
import dev.linger.data.config.Key;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.source.DataSize;
import dev.linger.data.source.DataSource;
import dev.linger.data.source.LoadedData;
import dev.linger.data.source.PlayRowRules;
import dev.linger.data.source.YearRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One table of plays, and how it is cleaned; {@link PlayRowRules} says what each rule looks at. */
public record PlaysSource(
        @Key(
                        value = "name of the file in the folder; empty where there is only one, or only Parquet files",
                        byDefault = "\"\"",
                        because = "files of Parquet beside each other are one table")
                String file,
        @Key("Which columns hold what") Columns columns,
        @Key("In what they are measured") Units units,
        @Key("What ids are") Ids ids,
        @Key(
                        value = "what parts the fields: auto, comma, semicolon or tab",
                        byDefault = "\"auto\"",
                        because = "auto is the one of them that the header has most of")
                Delimiter delimiter,
        @Key(
                        value = "region whose calendar makes the days",
                        byDefault = "\"UTC\"",
                        because = "what is known of a video changes from day to day")
                String zone,
        @Key(
                        value = "whether rows equal to an earlier row are dropped; else they are kept and counted",
                        byDefault = "true",
                        because = "a copy is no second play")
                boolean dropExactCopies,
        @Key(
                        value = "longest possible video in milliseconds, >= 1; plays of longer ones are dropped",
                        byDefault = "86400000",
                        because = "a day: what is longer is a mistake")
                int maxDurationMillis,
        @Key(value = "first year, in zone, in which a play can have happened, 1970 or later", byDefault = "1990")
                int earliestYear,
        @Key(
                        value = "last such year, up to 9999",
                        byDefault = "2099",
                        because = "a time in other units is told by its year")
                int latestYear,
        @Key(
                        value = "share of unreadable rows, 0 to 1, above which reading stops",
                        byDefault = "0.01",
                        because = "such a file is damaged")
                double maxBadShare)
        implements DataSource {
    /**
     * Names of the columns; an empty name is found among those that are usual.
     */
    public record Columns(
            @Key(value = "ids of users", byDefault = "\"\"") String user,
            @Key(value = "ids of videos", byDefault = "\"\"") String item,
            @Key(value = "how long the video was played", byDefault = "\"\"") String play,
            @Key(value = "how long the video is", byDefault = "\"\"") String duration,
            @Key(value = "when the play began", byDefault = "\"\"") String time,
            @Key(
                            value = "what people call the video, for lists to show; there need be none",
                            byDefault = "\"\"",
                            because = "nothing learns from it")
                    String title,
            @Key(
                            value =
                                    "what else users did, such as liking: columns of 0 and 1, or true and false, at most 8, which relevance rules may name",
                            byDefault = "[]",
                            because = "none is found by its name")
                    List<String> flags) {
        public Columns {
            flags = List.copyOf(flags);
            if (flags.size() > PlayFlags.MOST || Set.copyOf(flags).size() != flags.size()) {
                throw new IllegalArgumentException(
                        "flags must be at most " + PlayFlags.MOST + " distinct columns but are " + flags);
            }
        }
    }

    /** Units of the columns. */
    public record Units(
            @Key(
                            value = "ms, s or auto",
                            byDefault = "\"auto\"",
                            because = "auto is what the column's name ends with, else ms")
                    Unit play,
            @Key(value = "ms, s or auto", byDefault = "\"auto\"", because = "likewise") Unit duration,
            @Key(
                            value = "ms or s since 1970, iso for dates such as 2026-11-29T10:15:00Z, or auto",
                            byDefault = "\"auto\"",
                            because =
                                    "auto is iso where the first row has a date, else what the column's name ends with, else s")
                    Unit time) {}

    /** What the ids of a column are. */
    public record Ids(
            @Key(
                            value = "number, text or auto",
                            byDefault = "\"auto\"",
                            because =
                                    "auto is number where all ids are whole numbers, of up to 18 digits, without sign or"
                                            + " leading zeros; else all are texts. With number, rows with other ids are dropped")
                    IdKind user,
            @Key(value = "number, text or auto", byDefault = "\"auto\"", because = "likewise") IdKind item) {}

    /** What an id is. */
    public enum IdKind {
        AUTO,
        NUMBER,
        TEXT
    }

    /** What a number counts. */
    public enum Unit {
        AUTO,
        MS,
        S,
        ISO
    }

    /** What parts the fields of a row. */
    public enum Delimiter {
        AUTO,
        COMMA,
        SEMICOLON,
        TAB
    }

    public PlaysSource {
        YearRange.of(zone, earliestYear, latestYear);
        if (maxDurationMillis < 1) {
            throw new IllegalArgumentException("maxDurationMillis must be >= 1 but was " + maxDurationMillis);
        }
        if (!(maxBadShare >= 0 && maxBadShare <= 1)) {
            throw new IllegalArgumentException("maxBadShare must be in 0..1 but was " + maxBadShare);
        }
        if (units.play() == Unit.ISO || units.duration() == Unit.ISO) {
            throw new IllegalArgumentException("units of play and duration must be ms, s or auto");
        }
    }

    /** Whether a file of this name may be a table of plays. */
    public static boolean isOne(String name) {
        return PlaysTable.isOne(name);
    }

    /** Whether a path that nothing else is said of is a table of plays: it is a file, or a folder of Parquet files. */
    public static boolean isTable(Path path) {
        return Files.isRegularFile(path) || PlaysTable.isFolderOfParquet(path);
    }

    @Override
    public DataSize size(Path directory) {
        PlaysFile plays = PlaysFile.of(directory, this);
        long rows = plays.file().estimatedRows();
        return new DataSize(rows, Math.max(1, rows / 10), Math.max(1, rows / 20), 0, 0);
    }

    @Override
    public Map<String, String> digests(Path directory, Progress progress) {
        PlaysFile plays = PlaysFile.of(directory, this);
        return Map.of(plays.file().name(), plays.file().sha256(progress));
    }

    @Override
    public LoadedData read(Path directory, WatchRules watch, Progress progress) {
        return PlaysReader.read(PlaysFile.of(directory, this), this, watch, progress);
    }

    /** The calendar that days are of, and the years that plays can be of. */
    YearRange years() {
        return YearRange.of(zone, earliestYear, latestYear);
    }
}
