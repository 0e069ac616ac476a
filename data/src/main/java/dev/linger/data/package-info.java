/**
 * The checked, typed, columnar form of a data set, and the few words every module shares.
 *
 * <p>In: nothing; the packages that read files produce what is here. Out:
 * {@link dev.linger.data.Dataset} and its parts, {@link dev.linger.data.RankedList} as the one shape of candidates and
 * of recommendations, {@link dev.linger.data.Workers} as the one way to run in parallel.
 *
 * <p>Users and items are dense indices everywhere; a file's ids live in {@link dev.linger.data.IdIndex} and are used at
 * the edges only.
 */
@NullMarked
package dev.linger.data;

import org.jspecify.annotations.NullMarked;
