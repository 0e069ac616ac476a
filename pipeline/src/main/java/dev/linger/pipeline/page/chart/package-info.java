/**
 * Drawings in SVG, each with a sentence that says how to read it and its numbers below it, and text and tables as HTML.
 *
 * <p>In: values and names. Out: pieces of a page, whose text is escaped.
 */
@NullMarked
package dev.linger.pipeline.page.chart;

import org.jspecify.annotations.NullMarked;
