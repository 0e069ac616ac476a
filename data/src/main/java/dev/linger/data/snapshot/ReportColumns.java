package dev.linger.data.snapshot;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.data.source.CleaningRule;
import dev.linger.data.source.CleaningRule.Meaning;
import dev.linger.data.source.DataReport;
import dev.linger.data.source.DataReport.Action;
import dev.linger.data.source.DataReport.Example;
import dev.linger.data.source.DataReport.InputFile;
import dev.linger.data.source.DataReport.RuleHit;
import dev.linger.data.source.LogStatistics;
import dev.linger.data.source.LogStatistics.Distribution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report of a data set, record by record; rules, meanings and actions by their names. */
final class ReportColumns {
    private ReportColumns() {}

    static void write(DataReport report, ColumnWriter out) throws IOException {
        out.number(report.files().size());
        for (InputFile file : report.files()) {
            out.text(file.name());
            out.number(file.bytes());
            out.text(file.sha256());
            out.number(file.lines());
            out.number(file.rowsRead());
            out.number(file.rowsKept());
        }
        out.number(report.rules().size());
        for (CleaningRule rule : report.rules()) {
            out.text(rule.name());
            out.text(rule.description());
            out.text(rule.meaning().name());
        }
        out.number(report.hits().size());
        for (RuleHit hit : report.hits()) {
            write(hit, out);
        }
        write(report.log(), out);
    }

    static DataReport read(ColumnReader in) throws IOException {
        List<InputFile> files = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            files.add(new InputFile(in.text(), in.number64(), in.text(), in.number64(), in.number64(), in.number64()));
        }
        Map<String, CleaningRule> rules = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            CleaningRule rule = new CleaningRule(in.text(), in.text(), Meaning.valueOf(in.text()));
            rules.put(rule.name(), rule);
        }
        List<RuleHit> hits = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            hits.add(hit(in, rules));
        }
        return new DataReport(files, List.copyOf(rules.values()), hits, statistics(in));
    }

    private static void write(RuleHit hit, ColumnWriter out) throws IOException {
        out.text(hit.file());
        out.text(hit.rule().name());
        out.text(hit.action().name());
        out.number(hit.rows());
        out.number(hit.examples().size());
        for (Example example : hit.examples()) {
            out.text(example.file());
            out.number(example.line());
            out.text(example.column());
            out.text(example.text());
        }
    }

    private static CleaningRule rule(String name, Map<String, CleaningRule> rules) {
        CleaningRule rule = rules.get(name);
        if (rule == null) {
            throw new IllegalArgumentException("no rule is called " + name);
        }
        return rule;
    }

    private static RuleHit hit(ColumnReader in, Map<String, CleaningRule> rules) throws IOException {
        String file = in.text();
        CleaningRule rule = rule(in.text(), rules);
        Action action = Action.valueOf(in.text());
        long rows = in.number64();
        List<Example> examples = new ArrayList<>();
        for (int left = in.number(); left > 0; left--) {
            examples.add(new Example(in.text(), in.number64(), in.text(), in.text()));
        }
        return new RuleHit(file, rule, action, rows, examples);
    }

    private static void write(LogStatistics log, ColumnWriter out) throws IOException {
        out.number(log.rows());
        out.number(log.users());
        out.number(log.items());
        out.number(log.days());
        out.number(log.firstDay());
        out.number(log.lastDay());
        write(log.watchRatio(), out);
        out.number(log.shareAtLeastOne());
        write(log.durationMillis(), out);
        write(log.rowsPerUser(), out);
    }

    private static LogStatistics statistics(ColumnReader in) throws IOException {
        return new LogStatistics(
                in.number64(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                in.number(),
                distribution(in),
                in.real(),
                distribution(in),
                distribution(in));
    }

    private static void write(Distribution values, ColumnWriter out) throws IOException {
        out.number(values.mean());
        out.number(values.min());
        out.number(values.lowerQuartile());
        out.number(values.median());
        out.number(values.upperQuartile());
        out.number(values.max());
    }

    private static Distribution distribution(ColumnReader in) throws IOException {
        return new Distribution(in.real(), in.real(), in.real(), in.real(), in.real(), in.real());
    }
}
