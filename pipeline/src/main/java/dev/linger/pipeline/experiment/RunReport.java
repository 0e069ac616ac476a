package dev.linger.pipeline.experiment;

import dev.linger.data.Dataset;
import dev.linger.data.IdIndex;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import dev.linger.data.source.DataReport;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.page.RunPage;
import dev.linger.pipeline.report.ConsoleReport;
import dev.linger.pipeline.report.CsvFormat;
import dev.linger.pipeline.report.CsvLine;
import dev.linger.pipeline.report.ReportWriter;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.UserValues;
import dev.linger.pipeline.report.tables.ListTables;
import dev.linger.pipeline.report.tables.MetricsJson;
import dev.linger.pipeline.report.tables.RelevantPairs;
import dev.linger.pipeline.report.tables.VideosAtCut;
import dev.linger.pipeline.run.InputFile;
import dev.linger.pipeline.run.Manifest;
import dev.linger.pipeline.run.RunFolder;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.pipeline.run.RunSummary;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.retrieval.CandidateList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Writes what a run found into its folder, and prints the tables.
 *
 * @param folder of the run
 * @param log of the run
 * @param started when the run began
 */
public record RunReport(RunFolder folder, RunLog log, Instant started) {
    /** The page to look at. */
    static final String PAGE = "report.html";

    private static final int RECOMMENDATIONS = 100;
    private static final String RECOMMENDATIONS_FILE = "recommendations.csv";
    private static final String LIST_COLUMNS = "user_id,rank,video_id,score\n";
    private static final int LISTS_A_BLOCK = 64;

    /** 20 MB of text. */
    private static final int LISTS_AT_ONCE = 4_096;

    /** Writes the tables, into the log too. */
    public void tables(List<ResultTable> tables) {
        ReportWriter writer = new ReportWriter(folder);
        tables.forEach(writer::write);
        ConsoleReport.blocks(tables).forEach(log::say);
        log.say("");
    }

    /** Writes a table that tells times, so that it is none of the files with digests, into the log too. */
    public void costs(ResultTable table) {
        folder.writeRecord(table.id() + ".csv", new CsvFormat().format(table));
        ConsoleReport.blocks(List.of(table)).forEach(log::say);
        log.say("");
    }

    /** Writes the numbers that runs are judged by as one tree. */
    public void metrics(List<ResultTable> tables) {
        folder.write("metrics.json", MetricsJson.of(tables));
    }

    /** Writes the page, which tells times, so that it is none of the files with digests. */
    public void page(RunPage page) {
        folder.writeRecord(PAGE, page.html());
    }

    /** Writes the lists of the stages: the candidates in the order of stage one, and what users get. */
    public void lists(
            Dataset dataset, List<CandidateList> candidates, List<RankedList> recommendations, Workers workers) {
        lists(
                "candidates.csv",
                dataset,
                candidates.size(),
                at -> candidates.get(at).byStageOne(),
                workers);
        lists(RECOMMENDATIONS_FILE, dataset, recommendations.size(), recommendations::get, workers);
    }

    /** Writes the lists of what users get, as they come. */
    public void recommendations(IdIndex users, IdIndex items, Iterator<RankedList> lists) {
        folder.write(RECOMMENDATIONS_FILE, writer -> {
            writer.write(LIST_COLUMNS);
            while (lists.hasNext()) {
                StringBuilder text = new StringBuilder();
                append(text, users, items, lists.next());
                writer.write(text.toString());
            }
        });
    }

    private void lists(String file, Dataset dataset, int size, IntFunction<RankedList> lists, Workers workers) {
        folder.write(file, writer -> {
            writer.write(LIST_COLUMNS);
            for (int from = 0; from < size; from += LISTS_AT_ONCE) {
                int first = from;
                int count = Math.min(LISTS_AT_ONCE, size - from);
                for (String block : workers.map(
                        Workers.blockCount(count, LISTS_A_BLOCK),
                        block -> text(
                                dataset,
                                first + block * LISTS_A_BLOCK,
                                Math.min(first + count, first + (block + 1) * LISTS_A_BLOCK),
                                lists))) {
                    writer.write(block);
                }
            }
        });
    }

    /** Writes what other runs are compared with. */
    public void comparable(RunSummary summary, Evaluation evaluation, List<ListTables> endToEnd, Dataset dataset) {
        folder.write(RunSummary.FILE, summary.json());
        for (UserValues values : evaluation.userValues(endToEnd, dataset.users())) {
            folder.write(values.fileName(), values::writeTo);
        }
        UserValues activity = evaluation.activity(dataset.users());
        folder.write(activity.fileName(), activity::writeTo);
        folder.write(RelevantPairs.FILE, evaluation.relevantPairs(endToEnd.get(0), dataset)::writeTo);
        folder.write(VideosAtCut.FILE, evaluation.videos(dataset)::writeTo);
    }

    /** Writes everything fitted. */
    public void model(Recommender recommender) {
        folder.writeFolder("model", recommender::write);
    }

    /** Writes the configuration, the digests of all files and the manifest. */
    public void records(RunRequest request, ResolvedConfig<LingerConfig> config, Path dataFolder, DataReport data) {
        folder.write("config.json", config.json());
        Path folderOfFiles = Files.isDirectory(dataFolder) ? dataFolder : dataFolder.resolveSibling("");
        List<InputFile> inputs = data.files().stream()
                .map(file -> new InputFile(
                        folderOfFiles.resolve(file.name()).toString(), file.bytes(), file.sha256(), file.rowsRead()))
                .toList();
        Manifest manifest = Manifest.here(
                request.commandLine(),
                started,
                config.value().seed(),
                request.threads(),
                config.tree(),
                inputs,
                log.stages());
        folder.finish(manifest.json());
    }

    private static String text(Dataset dataset, int from, int to, IntFunction<RankedList> lists) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < to; at++) {
            append(text, dataset.users(), dataset.items(), lists.apply(at));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, IdIndex users, IdIndex items, RankedList list) {
        for (int position = 0; position < Math.min(list.size(), RECOMMENDATIONS); position++) {
            CsvLine.append(text, users, list.user());
            text.append(',').append(position + 1).append(',');
            CsvLine.append(text, items, list.items()[position]);
            text.append(',');
            if (!Double.isInfinite(list.scores()[position])) {
                text.append(list.scores()[position]);
            }
            text.append('\n');
        }
    }
}
