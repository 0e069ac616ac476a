package dev.linger.spark.lists;

import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.FirstPlays;
import dev.linger.pipeline.evaluation.ItemUniverse;
import dev.linger.pipeline.evaluation.JudgedPart;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.MeasuredLists;
import dev.linger.pipeline.evaluation.MeasuredPart;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.experiment.Protocols;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.report.tables.CeilingTable;
import dev.linger.pipeline.report.tables.ListTables;
import dev.linger.pipeline.report.tables.MeasuredRetrieval;
import dev.linger.pipeline.report.tables.Measures;
import dev.linger.pipeline.report.tables.NewVideosTable;
import dev.linger.pipeline.report.tables.Protocol;
import dev.linger.pipeline.report.tables.UsersTable;
import dev.linger.pipeline.run.RunLog;
import dev.linger.spark.plan.SparkPlan;
import dev.linger.spark.plays.Cut;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The tables of the end-to-end protocol, of what was measured in blocks of users: those of a run on one machine.
 *
 * @param zone whose calendar tells the cut
 * @param source the name of the one source
 */
public record SparkTables(LingerConfig config, ZoneId zone, Cut cut, String source, Workers workers) {
    /** The source, its candidates, and these with the relevant ones first. */
    private static final int UNRANKED_OF_SOURCE = 3;

    /** What tables measure lists by. */
    public static Measures measures(LingerConfig config, Seed seed) {
        return new Measures(
                config.evaluation().metrics(),
                config.evaluation().cutoffs(),
                new PairedBootstrap(config.evaluation().resamples(), seed));
    }

    /**
     * What was measured, by each relevance rule that can be.
     *
     * @param blocks in the order of users
     * @throws InputException where no rule can
     */
    public List<ListTables> lists(List<MeasuredBlock> blocks, RunLog.Counts counts) {
        List<ListTables> lists = new ArrayList<>();
        int[] playsOf = cut.facts().playsOf();
        ItemUniverse universe = ItemUniverse.of(item -> cut.known()[item], playsOf);
        for (int at = 0; at < config.evaluation().relevance().size(); at++) {
            int rule = at;
            Judgments judgments = JudgedPart.joined(
                    blocks.stream().map(block -> block.judged()[rule]).toList());
            if (judgments.userCount() == 0) {
                counts.notice("evaluation.relevance: " + judgments.rule()
                        + " is left out, since no list could hold a video of the test that is relevant by it");
                continue;
            }
            Protocol protocol = new Protocol(
                    "end-to-end",
                    Protocols.universeInWords(config.candidates()),
                    Protocols.cut(cut.millis(), zone, config.split().testShare()),
                    judgments,
                    universe);
            lists.add(lists(protocol, blocks, rule));
        }
        if (lists.isEmpty()) {
            throw new InputException("nothing that a user could be recommended is relevant by any rule of"
                    + " evaluation.relevance; give a rule that plays of the test satisfy");
        }
        return lists;
    }

    /** The tables of what was measured. */
    public List<ResultTable> tables(List<ListTables> lists, List<MeasuredBlock> blocks) {
        return lists.stream()
                .flatMap(ofRule -> tables(ofRule, hasPlays(blocks)).stream())
                .toList();
    }

    private ListTables lists(Protocol protocol, List<MeasuredBlock> blocks, int rule) {
        int systems = blocks.get(0).measured()[rule].length;
        int unranked = SparkPlan.of(config).baselines().size() + UNRANKED_OF_SOURCE;
        List<MeasuredLists> measured = IntStream.range(0, systems)
                .mapToObj(system -> MeasuredPart.joined(
                        blocks.stream()
                                .map(block -> block.measured()[rule][system])
                                .toList(),
                        protocol.items()))
                .toList();
        return new ListTables(
                protocol, MeasuredRetrieval.of(measured.subList(0, unranked)), measured.subList(unranked, systems));
    }

    private static IntPredicate hasPlays(List<MeasuredBlock> blocks) {
        int blockSize = blocks.get(0).hasPlays().length;
        return user -> blocks.get(user / blockSize).hasPlays()[user % blockSize];
    }

    private List<ResultTable> tables(ListTables lists, IntPredicate isWarm) {
        Measures measures = measures(config, new Seed(config.seed()));
        Protocol protocol = lists.protocol();
        measures.comparing(protocol.judgments()).resampled(lists.systems(), workers);
        List<ResultTable> tables = new ArrayList<>(lists.tables(measures, workers));
        tables.add(lists.marked(UsersTable.of(protocol, lists.main(source), isWarm, measures)));
        tables.add(lists.marked(NewVideosTable.of(
                protocol, lists.systems(), FirstPlays.of(cut.facts().firstOf()), cut.millis(), measures)));
        tables.add(lists.losses(config.candidates().atMost(cut.known().length).limit()));
        tables.add(CeilingTable.of(protocol, lists.sources(), workers));
        return tables;
    }
}
