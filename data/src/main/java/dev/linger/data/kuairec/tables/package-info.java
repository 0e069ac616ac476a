/**
 * The side tables of the KuaiRec layout as attributes of users and videos.
 *
 * <p>In: a {@link dev.linger.data.csv.SideTable} and the index of its ids. Out: user table, item table, daily statistics.
 */
@NullMarked
package dev.linger.data.kuairec.tables;

import org.jspecify.annotations.NullMarked;
