/**
 * One of each thing that can be added to Linger from a jar outside: a source of candidates, a feature group, a ranker, a
 * metric, a filter, an orderer and the layout of a data set, with nothing but public API. {@link
 * dev.linger.examples.ExampleTypes} registers them.
 */
@NullMarked
package dev.linger.examples;

import org.jspecify.annotations.NullMarked;
