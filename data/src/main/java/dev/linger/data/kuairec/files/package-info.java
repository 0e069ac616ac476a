/**
 * The files of the KuaiRec layout, their columns, one row in hand, and the rules that rows are held against.
 *
 * <p>In: a directory. Out: {@link dev.linger.data.kuairec.files.DataDirectory} and the rows of the logs as
 * {@link dev.linger.data.kuairec.files.LogRow}.
 */
@NullMarked
package dev.linger.data.kuairec.files;

import org.jspecify.annotations.NullMarked;
