package dev.linger.pipeline.experiment;

import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.als.FactorMatrix;
import dev.linger.data.Dataset;
import dev.linger.data.IdIndex;
import dev.linger.data.RankedList;
import dev.linger.data.kuairec.DataReport;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.ReportWriter;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.UserValues;
import dev.linger.pipeline.report.tables.NamedLists;
import dev.linger.pipeline.report.tables.TableId;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.InputFile;
import dev.linger.pipeline.run.Manifest;
import dev.linger.pipeline.run.RunFolder;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.ranker.lightgbm.LightGbmRanker;
import dev.linger.ranker.training.BlendParts;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what a run found into its folder, and prints the tables.
 *
 * @param folder of the run
 * @param log of the run
 * @param started when the run began
 * @param brief the longer tables are written but not printed
 */
public record RunReport(RunFolder folder, RunLog log, Instant started, boolean brief) {
    private static final int RECOMMENDATIONS = 100;

    /** How the ids of the longer tables begin: what a reader looks up rather than reads. */
    private static final List<String> LONGER = List.of(
            "features",
            "feature-skew",
            "als-loss",
            "ranker-rounds",
            "ranker-importance",
            "cutoffs-",
            "comparisons-",
            "quality-",
            "calibration-");

    /** Tables whose rows are printed as far as they are of interest, the first ones. */
    private static final List<String> FIRST_ROWS = List.of("feature-skew");

    private static final int ROWS_PRINTED = 10;

    /** Writes the tables and prints them, of a longer one only where it is. */
    public void tables(List<ResultTable> tables) {
        ReportWriter writer = new ReportWriter(folder);
        tables.forEach(writer::write);
        boolean afterLine = false;
        for (ResultTable table : tables) {
            boolean line = brief && LONGER.stream().anyMatch(table.id()::startsWith);
            log.say(line && afterLine ? pointer(table) : "\n" + (line ? pointer(table) : text(table)));
            afterLine = line;
        }
        log.say("");
    }

    private static String pointer(ResultTable table) {
        return table.title() + ": in " + ReportWriter.csvName(table);
    }

    private static String text(ResultTable table) {
        int rows = table.rows().size();
        if (!FIRST_ROWS.contains(table.id()) || rows <= ROWS_PRINTED) {
            return new ConsoleFormat().format(table).stripTrailing();
        }
        List<String> notes = new ArrayList<>(table.notes());
        notes.add("the first " + ROWS_PRINTED + " of " + rows + " rows; all are in " + ReportWriter.csvName(table));
        ResultTable first = new ResultTable(
                table.id(),
                table.title(),
                table.caption(),
                table.columns(),
                table.rows().subList(0, ROWS_PRINTED),
                notes);
        return new ConsoleFormat().format(first).stripTrailing();
    }

    /** Writes the lists of the stages. */
    public void lists(Dataset dataset, List<RankedList> candidates, List<RankedList> recommendations) {
        folder.write("candidates.csv", writer -> writeLists(writer, dataset, candidates));
        folder.write("recommendations.csv", writer -> writeLists(writer, dataset, recommendations));
    }

    /** Writes what other runs are compared with. */
    public void comparable(
            String name, Evaluation evaluation, RetrievalResult retrieved, List<NamedLists> reranked, IdIndex users) {
        folder.write("run.json", evaluation.runSummary(name, reranked).json());
        for (UserValues values : evaluation.userValues(retrieved, reranked, users)) {
            folder.write(values.fileName(), values::writeTo);
        }
    }

    /** Writes the models of both stages. */
    public void models(Dataset dataset, AlsModel als, List<BlendParts.Member> rankers) {
        folder.write(
                "als-user-factors.csv", writer -> writeFactors(writer, "user_id", dataset.users(), als.userFactors()));
        folder.write(
                "als-item-factors.csv", writer -> writeFactors(writer, "video_id", dataset.items(), als.itemFactors()));
        for (BlendParts.Member member : rankers) {
            if (member.ranker() instanceof LightGbmRanker trees) {
                folder.write("ranker-" + TableId.of(member.name()) + ".txt", trees.text());
            }
        }
    }

    /** Writes the configuration and the manifest, and says where everything is. */
    public void finish(RunRequest request, ResolvedConfig<LingerConfig> config, Path dataFolder, DataReport data) {
        records(request, config, dataFolder, data);
        log.say("Everything is in " + folder.path()
                + ": tables, lists, models, per-user values, config.json, manifest.json, run.log");
    }

    /** Writes the configuration and the manifest. */
    public void records(RunRequest request, ResolvedConfig<LingerConfig> config, Path dataFolder, DataReport data) {
        folder.write("config.json", config.json());
        List<InputFile> inputs = data.files().stream()
                .map(file -> new InputFile(
                        dataFolder.resolve(file.name()).toString(), file.bytes(), file.sha256(), file.rowsRead()))
                .toList();
        Manifest manifest = Manifest.here(
                request.commandLine(),
                started,
                config.value().seed(),
                request.threads(),
                config.tree(),
                inputs,
                log.stages());
        folder.write("manifest.json", manifest.json());
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

    private static void writeFactors(Writer writer, String id, IdIndex ids, FactorMatrix factors) throws IOException {
        double[] row = new double[factors.factorCount()];
        StringBuilder line = new StringBuilder(id);
        for (int factor = 0; factor < row.length; factor++) {
            line.append(",factor_").append(factor);
        }
        writer.write(line.append('\n').toString());
        for (int at = 0; at < factors.rowCount(); at++) {
            factors.read(at, row, 0);
            line.setLength(0);
            line.append(ids.id(at));
            for (double value : row) {
                line.append(',').append((float) value);
            }
            writer.write(line.append('\n').toString());
        }
    }
}
