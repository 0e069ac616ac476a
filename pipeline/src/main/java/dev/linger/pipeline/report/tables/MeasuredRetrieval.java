package dev.linger.pipeline.report.tables;

import dev.linger.data.Workers;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.OracleOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one protocol measures that no ranker changes.
 *
 * @param baselines that stage one is measured against
 * @param stageOne the candidates in stage-one order
 * @param oracle the same items, relevant ones first
 */
public record MeasuredRetrieval(List<MeasuredLists> baselines, MeasuredLists stageOne, MeasuredLists oracle) {
    private static final String ORACLE = "oracle";

    public MeasuredRetrieval {
        baselines = List.copyOf(baselines);
    }

    /**
     * Measures.
     *
     * @param depth how many items of each list the tables look at
     */
    public static MeasuredRetrieval of(
            List<NamedLists> baselines, NamedLists stageOne, Protocol protocol, int depth, Workers workers) {
        return of(MeasuredLists.of(
                systems(baselines, stageOne, protocol.judgments()),
                protocol.judgments(),
                protocol.items(),
                depth,
                workers));
    }

    /** What is measured: the baselines, the candidates, and these with the relevant ones first. */
    public static List<NamedLists> systems(List<NamedLists> baselines, NamedLists stageOne, Judgments judgments) {
        NamedLists candidates = stageOne.of(judgments.users());
        return Stream.concat(
                        baselines.stream(),
                        Stream.of(
                                candidates,
                                new NamedLists(
                                        ORACLE,
                                        OracleOrder.of(candidates.lists(), judgments),
                                        candidates.isFallback())))
                .toList();
    }

    /** Of {@link #systems} measured, in their order. */
    public static MeasuredRetrieval of(List<MeasuredLists> measured) {
        int count = measured.size() - 2;
        return new MeasuredRetrieval(measured.subList(0, count), measured.get(count), measured.get(count + 1));
    }

    /** All of it. */
    public List<MeasuredLists> systems() {
        return Stream.concat(baselines.stream(), Stream.of(stageOne, oracle)).toList();
    }

    public void write(ColumnWriter out) throws IOException {
        out.number(baselines.size());
        for (MeasuredLists baseline : baselines) {
            baseline.write(out);
        }
        stageOne.write(out);
        oracle.write(out);
    }

    /** What {@link #write} wrote. */
    public static MeasuredRetrieval read(ColumnReader in) throws IOException {
        List<MeasuredLists> baselines = new ArrayList<>();
        int size = in.number();
        for (int at = 0; at < size; at++) {
            baselines.add(MeasuredLists.read(in));
        }
        return new MeasuredRetrieval(baselines, MeasuredLists.read(in), MeasuredLists.read(in));
    }
}
