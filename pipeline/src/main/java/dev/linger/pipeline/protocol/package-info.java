/**
 * The question a run answers: the log cut at instants and what is relevant in its later parts. In: a data set and the
 * relevance rules. Out: windows to fit on and judgments to measure by.
 */
@NullMarked
package dev.linger.pipeline.protocol;

import org.jspecify.annotations.NullMarked;
