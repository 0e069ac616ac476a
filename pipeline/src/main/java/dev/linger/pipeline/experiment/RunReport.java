package dev.linger.pipeline.experiment;

import dev.linger.data.Dataset;
import dev.linger.data.RankedList;
import dev.linger.data.source.DataReport;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.page.RunPage;
import dev.linger.pipeline.report.ConsoleReport;
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
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

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

    /** Writes the tables, into the log too. */
    public void tables(List<ResultTable> tables) {
        ReportWriter writer = new ReportWriter(folder);
        tables.forEach(writer::write);
        ConsoleReport.blocks(tables).forEach(log::say);
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

    /** Writes the lists of the stages. */
    public void lists(Dataset dataset, List<RankedList> candidates, List<RankedList> recommendations) {
        folder.write("candidates.csv", writer -> writeLists(writer, dataset, candidates));
        folder.write("recommendations.csv", writer -> writeLists(writer, dataset, recommendations));
    }

    /** Writes what other runs are compared with. */
    public void comparable(
            String name, Evaluation evaluation, List<ListTables> endToEnd, Systems reranked, Dataset dataset) {
        folder.write(RunSummary.FILE, evaluation.runSummary(name, reranked).json());
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

    private static void writeLists(Writer writer, Dataset dataset, List<RankedList> lists) throws IOException {
        writer.write("user_id,rank,video_id,score\n");
        for (RankedList list : lists) {
            String user = Long.toString(dataset.users().id(list.user()));
            for (int position = 0; position < Math.min(list.size(), RECOMMENDATIONS); position++) {
                writer.write(user + "," + (position + 1) + "," + dataset.items().id(list.items()[position]) + ","
                        + (Double.isInfinite(list.scores()[position]) ? "" : list.scores()[position]) + "\n");
            }
        }
    }
}
