/**
 * Reads the file layout of KuaiRec into a checked {@link dev.linger.data.Dataset}.
 *
 * <p>In: a directory with big_matrix.csv, user_features.csv, item_categories.csv, item_daily_features.csv and, where
 * there, small_matrix.csv, social_network.csv, kuairec_caption_category.csv; each plain or gzipped, columns in any order.
 * Out: {@link dev.linger.data.source.LoadedData}: the data and a {@link dev.linger.data.source.DataReport} that counts
 * every row a {@link dev.linger.data.kuairec.files.KuaiRecRules} touched. {@link dev.linger.data.kuairec.KuaiRecSource} begins.
 *
 * <p>Source: Gao et al., "KuaiRec: A Fully-observed Dataset and Insights for Evaluating Recommender Systems", CIKM 2022.
 */
@NullMarked
package dev.linger.data.kuairec;

import org.jspecify.annotations.NullMarked;
