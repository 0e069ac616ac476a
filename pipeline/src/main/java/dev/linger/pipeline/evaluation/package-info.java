/**
 * Measures lists against what users watched after the cut.
 *
 * <p>In: {@link dev.linger.data.RankedList}s, test plays as {@link dev.linger.data.InteractionLog} or {@link
 * dev.linger.data.WatchMatrix}, and a {@link dev.linger.pipeline.evaluation.RelevanceRule} fitted on the training log.
 * Out: per-user values and their averages, qualities of a set of lists, the ceiling of candidates, and paired
 * differences with intervals. {@code listwise} has the metrics of one list, {@code pointwise} measures predictions of single
 * plays.
 *
 * <p>Averages are over users with a relevant item; sums run in ascending order of users in plain doubles, so the same
 * lists give the same bits. NaN means "not defined here" and is only ever an average over nothing.
 *
 * <pre>{@code
 * Relevance relevance = new RelevanceRule.RatioAbove(1.0, false).fit(training);
 * Judgments judgments = Judgments.of(test, relevance, 0.1);
 * ListMetric ndcg = new Ndcg(10);
 * ListMetrics ours = ListMetrics.of(judgments, lists, List.of(ndcg));
 * ListMetrics popular = ListMetrics.of(judgments, popularLists, List.of(ndcg));
 * double mean = ours.mean(ndcg);
 * PairedBootstrap.Difference gain = ours.less(popular, ndcg, new PairedBootstrap(1_000, seed));
 * }</pre>
 */
@NullMarked
package dev.linger.pipeline.evaluation;

import org.jspecify.annotations.NullMarked;
