/**
 * A run as one page to look at: {@code report.html}, a file by itself, without a script and without a network.
 *
 * <p>In: the tables of a run and what its stages took. Out: HTML with drawings in SVG, each with a sentence that says how to
 * read it and with its numbers below it. Whatever is text of users, as captions and names of configurations, is escaped.
 */
@NullMarked
package dev.linger.pipeline.page;

import org.jspecify.annotations.NullMarked;
