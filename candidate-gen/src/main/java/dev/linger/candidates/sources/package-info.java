/**
 * The list of Linger's own sources.
 *
 * <p>In: nothing. Out: {@link dev.linger.candidates.sources.BuiltInSources}, by which a configuration finds the record of a
 * source by its name. Others are found in jars on the class path ({@link dev.linger.data.config.ConfigTypes}).
 */
@NullMarked
package dev.linger.candidates.sources;

import org.jspecify.annotations.NullMarked;
