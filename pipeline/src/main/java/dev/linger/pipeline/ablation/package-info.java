/**
 * The run again without each feature group and each source. In: a request. Out: tables of what each contributes.
 */
@NullMarked
package dev.linger.pipeline.ablation;

import org.jspecify.annotations.NullMarked;
