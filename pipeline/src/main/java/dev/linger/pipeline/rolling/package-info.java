/**
 * What a live system gains: the test part replayed request by request. In: the cut log, what a run fitted to the rows before
 * the cut. Out: tables of lists that know more or less of what happened since.
 *
 * <p>A request is a user's session, asked for at its first play. Each system answers it, then all observe the play and the
 * next ones. So nothing in an answer can come from a play at or after its request, and all systems leave out the same videos
 * as seen.
 */
@NullMarked
package dev.linger.pipeline.rolling;

import org.jspecify.annotations.NullMarked;
