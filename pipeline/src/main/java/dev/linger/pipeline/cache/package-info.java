/**
 * What runs on the same data share: the values of steps, each kept under a key of all that determines it.
 *
 * <p>In: a step's key, how its value is written, and what makes it. Out: the value, read where it was kept, made and kept
 * otherwise; a value is the same from either. A folder of files an entry, with the digests of all written last; an entry
 * that is damaged is removed and made again.
 */
@NullMarked
package dev.linger.pipeline.cache;

import org.jspecify.annotations.NullMarked;
