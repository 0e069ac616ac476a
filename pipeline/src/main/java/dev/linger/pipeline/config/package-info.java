/**
 * From JSON text to a tree of checked records and back.
 *
 * <p>In: the default file, which holds every key; at most one variant, whose keys replace whole blocks of it; and single
 * values set on the command line. Out: {@link dev.linger.pipeline.config.ResolvedConfig}, the records and the one
 * canonical JSON that gives them again. Every mistake is an {@link dev.linger.data.InputException} that names where the
 * value stands, its full path, what is allowed there and the nearest name.
 *
 * <p>A key is the name of a record component, an enum constant is written in kebab case ({@code LAMBDA_RANK} is
 * {@code "lambda-rank"}), and the record behind a sealed interface is chosen by the key {@code "type"}.
 */
@NullMarked
package dev.linger.pipeline.config;

import org.jspecify.annotations.NullMarked;
