package dev.linger.data.kuairec;

import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.Progress;
import dev.linger.data.Workers;
import dev.linger.data.csv.CellText;
import dev.linger.data.csv.FileReading;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.kuairec.files.KuaiRecRules;
import dev.linger.data.kuairec.files.LogColumn;
import dev.linger.data.kuairec.files.LogRow;
import dev.linger.data.parts.PartReader;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.DataReport.Example;
import dev.linger.data.source.DataReport.RuleHit;
import dev.linger.data.source.FileFindings;
import dev.linger.data.source.PartFindings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Collectors;

/** Reads big_matrix.csv, or a part of it: row by row through the rules into the columns of the log. */
final class LogReader {
    private static final int ROWS_OF_PART = 1 << 15;

    private final KuaiRecSource config;
    private final FileFindings findings;
    private final PlayRules rules;
    private final InteractionLogBuilder log;
    private final ZoneId zone;
    private final long earliestMillis;
    private final long endMillis;
    private long date = CellText.EMPTY;
    private long dateBeginMillis;
    private long dateEndMillis;

    private LogReader(
            KuaiRecSource config,
            WatchRules watch,
            IdIndex users,
            IdIndex items,
            FileFindings findings,
            int expectedRows) {
        this.config = config;
        this.findings = findings;
        this.rules = new PlayRules(config, watch, users, items, findings);
        this.zone = config.years().zone();
        this.log = new InteractionLogBuilder(zone, expectedRows);
        this.earliestMillis = config.years().earliestMillis();
        this.endMillis = config.years().endMillis();
    }

    /** The log after cleaning, which has at least one row. */
    static InteractionLog read(
            KuaiRecSource config,
            WatchRules watch,
            IdIndex users,
            IdIndex items,
            FileFindings findings,
            Progress progress) {
        int expectedRows = findings.file().expectedRows();
        LogReader reader = new LogReader(config, watch, users, items, findings, expectedRows);
        findings.reading(reader.readRows(progress));
        findings.kept(reader.log.size());
        check(config, findings);
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
            return reader.log.build(workers);
        }
    }

    /** Reads parts of it. */
    static PartReader ofParts(KuaiRecSource config, WatchRules watch, IdIndex users, IdIndex items) {
        return new PartReader() {
            @Override
            public boolean dropsCopies() {
                return config.dropExactCopies();
            }

            @Override
            public Plays read(SourceFile part) {
                LogReader reader = reader(part);
                FileReading reading = reader.readRows(Progress.SILENT);
                return new Plays(reader.log.build(), reading, reader.findings.part());
            }

            @Override
            public PartFindings findings(SourceFile part, InteractionLog earlier) {
                LogReader reader = reader(part);
                reader.log.addAll(earlier);
                reader.readRows(Progress.SILENT);
                return reader.findings.part();
            }

            private LogReader reader(SourceFile part) {
                FileFindings findings = new FileFindings(part, KuaiRecRules.ALL);
                return new LogReader(config, watch, users, items, findings, ROWS_OF_PART);
            }
        };
    }

    private FileReading readRows(Progress progress) {
        return LogRow.readEach(findings.file(), progress, this::take, findings::broken);
    }

    /**
     * Checks what was found in all of the file.
     *
     * @throws InputException where it is too damaged, or no row is left
     */
    static void check(KuaiRecSource config, FileFindings findings) {
        findings.check(config.maxBadShare(), config.maxUnknownIdShare());
        if (findings.rowsKept() == 0) {
            throw new InputException("no row of " + findings.file().name()
                    + " is left after cleaning; the rules hit:\n  "
                    + findings.hits().stream().map(hit -> told(hit, config)).collect(Collectors.joining("\n  "))
                    + "\nMend the file or loosen these rules.");
        }
    }

    /** The rule, how often it hit, one row that it hit, and what may have been meant there. */
    private static String told(RuleHit hit, KuaiRecSource config) {
        Example example = hit.examples().get(0);
        String guess = hit.rule().equals(KuaiRecRules.IMPOSSIBLE_TIME) ? TimeGuess.of(example.text(), config) : "";
        return hit.rule().name() + " " + hit.rows() + ", such as " + example + (guess.isEmpty() ? "" : ": " + guess)
                + ". " + hit.rule().description();
    }

    private void take(LogRow row) {
        if (!rules.accepts(row)) {
            return;
        }
        long time = row.value(LogColumn.TIMESTAMP);
        if (time < earliestMillis || time >= endMillis) { // an empty cell is below any
            rules.drop(KuaiRecRules.IMPOSSIBLE_TIME, row, LogColumn.TIMESTAMP);
            return;
        }
        if (!enterDate(row.value(LogColumn.DATE))) {
            rules.drop(KuaiRecRules.BAD_CELL, row, LogColumn.DATE);
        } else if (add(row, time)) {
            rules.countKept(row);
            if (!row.isEmpty(LogColumn.DATE) && (time < dateBeginMillis || time >= dateEndMillis)) {
                rules.keep(KuaiRecRules.DATE_DISAGREES, row, LogColumn.DATE);
            }
        }
    }

    /** Adds the row unless it is a copy that is to be dropped. */
    private boolean add(LogRow row, long time) {
        int play = (int) row.value(LogColumn.PLAY_DURATION);
        int duration = (int) row.value(LogColumn.VIDEO_DURATION);
        if (log.addDistinct(rules.user(), rules.item(), play, duration, time)) {
            return true;
        }
        Action action = config.dropExactCopies() ? Action.DROPPED : Action.KEPT;
        findings.hit(KuaiRecRules.EXACT_COPY, action, row.line(), "", row::plainText);
        if (action == Action.DROPPED) {
            return false;
        }
        log.add(rules.user(), rules.item(), play, duration, time);
        return true;
    }

    /** Makes the cell's date the current one; neighbours share it, so its calendar is looked up once a run of rows. */
    private boolean enterDate(long yearMonthDay) {
        if (yearMonthDay == date || yearMonthDay == CellText.EMPTY) {
            return true;
        }
        int day = CellText.day(yearMonthDay);
        if (day == CellText.BAD_DAY) {
            return false;
        }
        date = yearMonthDay;
        dateBeginMillis = startOf(day);
        dateEndMillis = startOf(day + 1);
        return true;
    }

    private long startOf(int day) {
        return LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
