/**
 * What a data set in the KuaiRec layout looks like before any cleaning, beside what is published of KuaiRec.
 *
 * <p>In: a directory. Out: a {@link dev.linger.data.source.DataInspection}: counts and shapes of both matrices and of the
 * side tables, each with KuaiRec's value where one is published. Every statistic is taken from sorted values or from the
 * lengths of runs of equal keys ({@link dev.linger.data.kuairec.inspect.SortedValues}), so that memory stays at a few columns.
 *
 * <p>Source of the published values: KuaiRec (Gao et al., CIKM 2022), the files of version 2.0 and counts by their users.
 */
@NullMarked
package dev.linger.data.kuairec.inspect;

import org.jspecify.annotations.NullMarked;
