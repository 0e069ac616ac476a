/**
 * Measures lists against what users watched after the cut.
 *
 * <p>In: {@link dev.linger.data.RankedList}s, test plays as {@link dev.linger.data.InteractionLog} or {@link
 * dev.linger.data.WatchMatrix}, and a {@link dev.linger.pipeline.evaluation.RelevanceRule} fitted on the training log.
 * Out: per-user values and their averages, qualities of a set of lists, the ceiling of candidates, and paired
 * differences with intervals. {@code pointwise} beside it measures predictions of single plays.
 *
 * <p>Averages are over users with a relevant item; sums run in ascending order of users in plain doubles, so the same
 * lists give the same bits. NaN means "not defined here" and is only ever an average over nothing.
 *
 * <p>Source of the metrics: J&auml;rvelin and Kek&auml;l&auml;inen, Cumulated gain-based evaluation of IR techniques, ACM
 * TOIS 20(4), 2002; Manning, Raghavan and Sch&uuml;tze, Introduction to Information Retrieval, 2008, chapter 8.
 *
 * <pre>{@code
 * Relevance relevance = new RelevanceRule.RatioAbove(1.0, false).fit(training);
 * Judgments judgments = Judgments.of(test, relevance, 0.1);
 * ListMetrics ours = ListMetrics.of(judgments, lists, 10, 50);
 * ListMetrics popular = ListMetrics.of(judgments, popularLists, 10, 50);
 * double ndcg = ours.mean(ListMetric.NDCG, 10);
 * PairedBootstrap.Difference gain = new PairedBootstrap(1_000, seed)
 *         .compare(ours.values(ListMetric.NDCG, 10), popular.values(ListMetric.NDCG, 10));
 * }</pre>
 */
@NullMarked
package dev.linger.pipeline.evaluation;

import org.jspecify.annotations.NullMarked;
