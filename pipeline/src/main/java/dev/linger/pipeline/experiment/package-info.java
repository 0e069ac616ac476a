/**
 * One run in eight stages: load, split, retrieve, featurize, train, rank, evaluate, report. In: a request. Out: a run
 * folder.
 */
@NullMarked
package dev.linger.pipeline.experiment;

import org.jspecify.annotations.NullMarked;
