/**
 * The tables a run prints.
 *
 * <p>In: a {@link dev.linger.pipeline.report.tables.Protocol} and the lists of each system, or predictions of single
 * plays. Out: {@link dev.linger.pipeline.report.ResultTable}s. Every table is one class with one method.
 *
 * <pre>{@code
 * Judgments judgments = Judgments.of(test, rule.fit(training), 0.1);
 * Protocol protocol = new Protocol("end-to-end", "every video known before the cut, less what the user has seen",
 *         "2020-08-29 12:00 (80 % of rows)", judgments, ItemUniverse.ofPlayed(playCounts));
 * List<NamedLists> systems = List.of(
 *         new NamedLists("random", random),
 *         new NamedLists("als", als),
 *         new NamedLists("als + ranker", reranked),
 *         new NamedLists("oracle", OracleOrder.of(als, judgments)));
 * StageTable.Roles roles = new StageTable.Roles("als", "als", "oracle", List.of("als + ranker"));
 * PairedBootstrap bootstrap = new PairedBootstrap(1_000, seed);
 * List<ResultTable> tables = List.of(
 *         StageTable.of(protocol, systems, roles, bootstrap),
 *         CutoffTable.of(protocol, systems),
 *         CeilingTable.of(protocol, sources),
 *         ComparisonTable.of(protocol, systems, List.of(new ComparisonTable.Pair("als + ranker", "als")), bootstrap),
 *         QualityTable.of(protocol, systems, 10));
 *
 * NamedPredictions l1 = new NamedPredictions(
 *         "lightgbm l1", PointwiseMetrics.of(predictions, watchRatios), Gauc.of(users, predictions, relevant));
 * NamedPredictions lambdaRank = new NamedPredictions(
 *         "lambdarank", PointwiseMetrics.ofScores(scores, Labels.of(watchRatios)), Gauc.of(users, scores, relevant));
 * Caption caption = new Caption("pointwise", "every test play", rule.name(), userCount, cut);
 * ResultTable errors = PointwiseTable.of(caption, List.of(l1, lambdaRank));
 * ResultTable calibration = CalibrationTable.of(caption, List.of(l1, lambdaRank));
 * }</pre>
 */
@NullMarked
package dev.linger.pipeline.report.tables;

import org.jspecify.annotations.NullMarked;
