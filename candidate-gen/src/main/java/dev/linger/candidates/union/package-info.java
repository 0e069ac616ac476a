/**
 * One list of candidates from several sources.
 *
 * <p>In: each source's {@link dev.linger.data.RankedList} of a user. Out: {@link
 * dev.linger.candidates.union.MergedCandidates} by the quotas of a {@link dev.linger.candidates.union.CandidateUnion}, and
 * the quotas that find most on validation users ({@link dev.linger.candidates.union.QuotaSearch}).
 *
 * <p>Sources have places from 0, in an order that the caller keeps: the first should be the best by itself. Scores of
 * different sources are not comparable, so none is read: only the order within a list counts.
 */
@NullMarked
package dev.linger.candidates.union;

import org.jspecify.annotations.NullMarked;
