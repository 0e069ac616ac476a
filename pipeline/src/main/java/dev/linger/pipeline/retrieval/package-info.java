/**
 * Stage one as a run fits it: sources before an instant, the search for their settings and quotas, candidates of users.
 * In: windows of the log. Out: candidate lists and what stage one says of them.
 */
@NullMarked
package dev.linger.pipeline.retrieval;

import org.jspecify.annotations.NullMarked;
