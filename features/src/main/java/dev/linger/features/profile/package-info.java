/**
 * Columns that need no play of the log.
 *
 * <p>In: the side tables, the daily statistics and the request. Out: attributes of the user and the video, the video's
 * rates on its earlier days and their trend, the hour of the request, and what
 * retrieval says of the pair.
 */
@NullMarked
package dev.linger.features.profile;

import org.jspecify.annotations.NullMarked;
