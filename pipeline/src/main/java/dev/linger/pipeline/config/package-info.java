/**
 * From JSON text to a tree of checked records and back.
 *
 * <p>In: a file that says what differs from the one it {@code extends}, down to the default file; single values set on the
 * command line; and the defaults that stand with the records ({@link dev.linger.data.config.Key}). Out:
 * {@link dev.linger.pipeline.config.ResolvedConfig}, the records, every value with its origin, and the one canonical JSON
 * that gives the records again. Every mistake is an {@link dev.linger.data.InputException} that names where the
 * value stands, its full path, what is allowed there and the nearest name.
 *
 * <p>A key is the name of a record component, an enum constant is written in kebab case ({@code LAMBDA_RANK} is
 * {@code "lambda-rank"}), and the record behind a registered interface
 * is chosen by the key {@code "type"}, or by its type alone as a string.
 */
@NullMarked
package dev.linger.pipeline.config;

import org.jspecify.annotations.NullMarked;
