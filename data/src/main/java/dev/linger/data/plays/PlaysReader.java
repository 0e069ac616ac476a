package dev.linger.data.plays;

import dev.linger.data.Dataset;
import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.csv.BrokenRow;
import dev.linger.data.csv.CellKind;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.Cells;
import dev.linger.data.csv.IdRows;
import dev.linger.data.csv.MissingWords;
import dev.linger.data.csv.NumberSink;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.plays.PlaysSource.IdKind;
import dev.linger.data.plays.PlaysSource.Unit;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.DataReport;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.FileFindings;
import dev.linger.data.source.LoadedData;
import dev.linger.data.source.LogStatistics;
import dev.linger.data.source.PlayRowRules;
import dev.linger.data.source.YearRange;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a table of plays: row by row through the rules, then the ids of those that are kept become indices. */
final class PlaysReader implements NumberSink {
    private static final long BAD = CellText.BAD;
    private static final double MILLIS = 1000;

    /** A median below this is a video of a second, which is one in other units. */
    private static final int LEAST_MEDIAN_MILLIS = 1000;

    private final PlaysFile plays;
    private final PlaysSource config;
    private final WatchRules watch;
    private final FileFindings findings;
    private final ZoneId zone;
    private final long earliestMillis;
    private final long endMillis;

    /** Where the cell of the title stands among those that are read; those of flags follow. */
    private static final int TITLE = PlaysFile.KEYS.size();

    /** For each field of the header what it is, -1 for one that is not read. */
    private final int[] whatOf;

    /** What the numbers of a row are, in the order of the header. */
    private final int[] whatOfNumbers;

    private final long[] numbers;
    private final String[] cells;
    private final TimeCells times;
    private final KeptPlays kept;

    /** Rows that tell of a video's length, and those of them below {@link #LEAST_MEDIAN_MILLIS}. */
    private long videos;

    private long shortVideos;

    private PlaysReader(PlaysFile plays, PlaysSource config, WatchRules watch) {
        this.plays = plays;
        this.config = config;
        this.watch = watch;
        this.findings = new FileFindings(plays.file(), PlaysRules.ALL);
        this.kept =
                new KeptPlays(config.ids().user() == IdKind.TEXT, config.ids().item() == IdKind.TEXT);
        YearRange years = config.years();
        this.zone = years.zone();
        this.earliestMillis = years.earliestMillis();
        this.endMillis = years.endMillis();
        this.times = new TimeCells(config.units().time(), plays.units().get(PlaysFile.TIME - PlaysFile.PLAY), zone);
        this.whatOf = new int[plays.header().names().size()];
        Arrays.fill(whatOf, -1);
        for (int what = 0; what < TITLE; what++) {
            whatOf[plays.fields().get(what)] = what;
        }
        if (plays.title() >= 0) {
            whatOf[plays.title()] = TITLE;
        }
        for (int flag = 0; flag < plays.flags().size(); flag++) {
            whatOf[plays.flags().get(flag)] = TITLE + 1 + flag;
        }
        this.whatOfNumbers = IntStream.of(whatOf).filter(what -> what >= 0).toArray();
        this.numbers = new long[TITLE + 1 + plays.flags().size()];
        this.cells = new String[numbers.length];
        Arrays.fill(cells, "");
    }

    static LoadedData read(PlaysFile plays, PlaysSource config, WatchRules watch, Progress progress) {
        PlaysReader reader = new PlaysReader(plays, config, watch);
        reader.findings.reading(
                plays.title() < 0
                        ? plays.file().readNumbers(plays.header(), progress, reader)
                        : plays.file().readRows(plays.header(), Cells.SHORT, progress, reader));
        return reader.loaded();
    }

    private LoadedData loaded() {
        requireSense();
        tellMixed(kept.users(), PlaysFile.USER);
        tellMixed(kept.items(), PlaysFile.ITEM);
        Action onCopy = config.dropExactCopies() ? Action.DROPPED : Action.KEPT;
        Dataset dataset = kept.dataset(zone, plays.flagNames(), row -> {
            findings.hit(PlayRowRules.EXACT_COPY, onCopy, kept.line(row), "", () -> kept.pair(row));
            return onCopy == Action.KEPT;
        });
        InteractionLog log = dataset.log();
        findings.kept(log.size());
        return new LoadedData(
                dataset,
                DataReport.of(
                        PlaysRules.ALL,
                        List.of(findings),
                        LogStatistics.of(log, dataset.userCount(), dataset.itemCount())));
    }

    private void tellMixed(IdRows ids, int what) {
        ids.forEachOfRarerKind(row -> findings.hit(
                PlayRowRules.MIXED_IDS, Action.KEPT, kept.line(row), plays.columnName(what), () -> ids.written(row)));
    }

    /** All that speaks against the table as it is read is told at once: one wrong unit seldom comes alone. */
    private void requireSense() {
        List<String> problems = new ArrayList<>();
        try {
            findings.check(config.maxBadShare(), 1);
        } catch (InputException unreadable) {
            problems.add(String.valueOf(unreadable.getMessage()).strip());
        }
        if (kept.size() == 0 && problems.isEmpty()) {
            problems.add("no row of " + plays.file().name() + " is left after cleaning; the rules hit:\n  "
                    + findings.hits().stream()
                            .map(hit -> hit.rule().name() + " " + hit.rows() + ", such as "
                                    + hit.examples().get(0) + hint(hit.rule()))
                            .collect(Collectors.joining("\n  ")));
        }
        if (looksLikeSeconds()) {
            problems.add(plays.file().name() + ": half of the videos are shorter than a second by the column "
                    + plays.columnName(PlaysFile.DURATION)
                    + ". If it counts seconds say --unit duration=s, and --unit play=s where that does too; otherwise"
                    + " --unit duration=ms.");
        }
        if (!problems.isEmpty()) {
            throw new InputException(String.join("\n", problems));
        }
    }

    /** Where nobody said the unit and the name does not, seconds look like videos of some milliseconds. */
    private boolean looksLikeSeconds() {
        boolean said = config.units().duration() != Unit.AUTO
                || plays.columnName(PlaysFile.DURATION).matches("(?i).*_m?s");
        return !said && 2 * shortVideos > videos;
    }

    private String hint(CleaningRule rule) {
        return rule.equals(PlayRowRules.IMPOSSIBLE_TIME)
                ? "; its unit is taken for " + times.unit().name().toLowerCase(Locale.ROOT)
                        + ": say another with --unit time=ms, s or iso"
                : "";
    }

    @Override
    public boolean reads(int field) {
        return whatOf[field] >= 0;
    }

    @Override
    public @Nullable CellKind kind(int field) {
        int what = whatOf[field];
        return what < 0 || what == TITLE
                ? null
                : what > TITLE
                        ? CellKind.WHOLE_OR_ZERO_FRACTION
                        : what == PlaysFile.USER || what == PlaysFile.ITEM ? CellKind.WHOLE : CellKind.DECIMAL;
    }

    @Override
    public boolean isProse(int field) {
        return field < whatOf.length && whatOf[field] == TITLE;
    }

    @Override
    public void field(int field, char[] buffer, int offset, int length) {
        int what = whatOf[field];
        if (what >= 0) {
            cells[what] = new String(buffer, offset, length);
        }
    }

    /** Takes a row of which nothing is to be told; of any other the texts are asked for. */
    @Override
    public boolean row(long line, long[] values, int begin) {
        for (int at = 0; at < whatOfNumbers.length; at++) {
            numbers[whatOfNumbers[at]] = values[begin + at];
        }
        long played = millis(PlaysFile.PLAY, CellKind.decimal(numbers[PlaysFile.PLAY]));
        long length = millis(PlaysFile.DURATION, CellKind.decimal(numbers[PlaysFile.DURATION]));
        long at = times.millis(CellKind.decimal(numbers[PlaysFile.TIME]));
        int flags = flagsOfNumbers();
        boolean isOrdinary = numbers[PlaysFile.USER] >= 0 // an empty cell is below 0
                && numbers[PlaysFile.ITEM] >= 0
                && impossible(played, length, at) == null
                && (double) played / length <= watch.ratioCap()
                && flags >= 0;
        if (isOrdinary) {
            findings.rowsRead(1);
            countLength(length);
            kept.add((int) played, (int) length, at, (byte) flags, line);
            kept.users().add(numbers[PlaysFile.USER]);
            kept.items().add(numbers[PlaysFile.ITEM]);
        }
        return isOrdinary;
    }

    /** The flags, where each cell is 0 or 1; else below 0. */
    private int flagsOfNumbers() {
        int bits = 0;
        for (int flag = 0; flag < plays.flags().size(); flag++) {
            long value = numbers[TITLE + 1 + flag];
            if (value != 0 && value != 1) {
                return -1;
            }
            bits |= (int) value << flag;
        }
        return bits;
    }

    private void countLength(long length) {
        if (length > 0 && length <= config.maxDurationMillis()) {
            videos++;
            shortVideos += length < LEAST_MEDIAN_MILLIS ? 1 : 0;
        }
    }

    @Override
    public void row(long beginsOnLine) {
        findings.rowsRead(1);
        long ofUser = id(PlaysFile.USER, kept.users(), config.ids().user());
        long ofItem = id(PlaysFile.ITEM, kept.items(), config.ids().item());
        long played = millis(PlaysFile.PLAY);
        long length = millis(PlaysFile.DURATION);
        countLength(length);
        long at = times.millis(plays.file().decimal(cells[PlaysFile.TIME]));
        long[] values = {ofUser, ofItem, played, length, at};
        for (int what = 0; what < values.length; what++) {
            if (values[what] == BAD || values[what] == CellText.EMPTY) {
                drop(PlaysRules.BAD_CELL, beginsOnLine, what);
                return;
            }
        }
        CleaningRule rule = impossible(played, length, at);
        if (rule != null) {
            drop(
                    rule,
                    beginsOnLine,
                    rule.equals(PlayRowRules.IMPOSSIBLE_TIME)
                            ? PlaysFile.TIME
                            : rule.equals(PlayRowRules.IMPOSSIBLE_PLAY) ? PlaysFile.PLAY : PlaysFile.DURATION);
            return;
        }
        if ((double) played / length > watch.ratioCap()) {
            findings.hit(
                    PlayRowRules.RATIO_ABOVE_CAP,
                    Action.KEPT,
                    beginsOnLine,
                    plays.columnName(PlaysFile.PLAY),
                    () -> cells[PlaysFile.PLAY]);
        }
        keep(ofUser, ofItem, (int) played, (int) length, at, beginsOnLine);
    }

    /** The id's number, or that it is a text, which the cell then is as it stands in the file; BAD where it is neither. */
    private long id(int what, IdRows ids, IdKind kind) {
        long number = ids.number(cells[what]);
        if (number != IdRows.TEXT) {
            return number;
        }
        String text = plays.file().original(cells[what]);
        if (kind == IdKind.NUMBER
                || MissingWords.contains(text)
                || !Id.fault(text).isEmpty()) {
            return BAD;
        }
        cells[what] = text;
        return number;
    }

    private @Nullable CleaningRule impossible(long played, long length, long at) {
        if (length <= 0 || length > config.maxDurationMillis()) {
            return PlayRowRules.IMPOSSIBLE_DURATION;
        }
        if (played < 0 || played > Integer.MAX_VALUE) {
            return PlayRowRules.IMPOSSIBLE_PLAY;
        }
        return at < earliestMillis || at >= endMillis ? PlayRowRules.IMPOSSIBLE_TIME : null;
    }

    private void drop(CleaningRule rule, long at, int what) {
        findings.hit(rule, Action.DROPPED, at, plays.columnName(what), () -> plays.file()
                .original(cells[what]));
    }

    private void keep(long ofUser, long ofItem, int played, int length, long at, long begins) {
        kept.title(
                cells[PlaysFile.ITEM], at, plays.file().original(cells[TITLE]).strip());
        kept.add(played, length, at, flags(begins), begins);
        kept.users().add(cells[PlaysFile.USER], ofUser);
        kept.items().add(cells[PlaysFile.ITEM], ofItem);
    }

    private byte flags(long begins) {
        int bits = 0;
        for (int flag = 0; flag < plays.flags().size(); flag++) {
            String cell = cells[TITLE + 1 + flag];
            long value = cell.equalsIgnoreCase("true")
                    ? 1
                    : cell.equalsIgnoreCase("false")
                            ? 0
                            : CellText.wholeOrZeroFraction(plays.file().decimal(cell));
            if (value != 0 && value != 1) {
                String name = plays.flagNames().get(flag);
                findings.hit(PlayRowRules.BAD_FLAG, Action.EMPTIED, begins, name, () -> plays.file()
                        .original(cell));
            }
            bits |= value == 1 ? 1 << flag : 0;
        }
        return (byte) bits;
    }

    @Override
    public void broken(BrokenRow row) {
        findings.broken(new BrokenRow(
                row.line(), row.fault(), row.column(), plays.file().original(row.text())));
    }

    /** The play time or the duration in milliseconds, half up. */
    private long millis(int what) {
        return millis(what, CellText.number(plays.file().decimal(cells[what])));
    }

    private long millis(int what, double value) {
        Unit unit = plays.units().get(what - PlaysFile.PLAY);
        double millis = unit == Unit.S ? value * MILLIS : value;
        return Double.isNaN(millis) || Math.abs(millis) > Long.MAX_VALUE / 2.0 ? BAD : Math.round(millis);
    }
}
