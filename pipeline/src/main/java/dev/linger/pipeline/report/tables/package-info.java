/**
 * The tables a run prints.
 *
 * <p>In: a {@link dev.linger.pipeline.report.tables.Protocol}, {@link dev.linger.pipeline.report.tables.Measures} and the
 * lists of each system, or predictions of single plays, or what was read and fitted. Out: {@link
 * dev.linger.pipeline.report.ResultTable}s, each of which says by itself how long it is. Every table that measures is one
 * class with one method.
 *
 * <pre>{@code
 * Judgments judgments = Judgments.of(test, rule.fit(training), 0.1);
 * Protocol protocol = new Protocol("end-to-end", "every video known before the cut, less what the user has seen",
 *         "2020-08-29 12:00 (80 % of rows)", judgments, ItemUniverse.ofPlayed(playCounts));
 * Measures measures = new Measures(
 *         List.of(new Ndcg(10), new Recall(50)), List.of(5, 10, 50), new PairedBootstrap(1_000, seed));
 * ListTables lists = new ListTables(
 *         List.of(new NamedLists("random", random)),
 *         new NamedLists("als", als),
 *         new Systems(List.of(new NamedLists("als + ranker", reranked))),
 *         new NamedLists("oracle", OracleOrder.of(als, judgments)));
 * List<ResultTable> tables = lists.tables(protocol, measures, workers);
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
