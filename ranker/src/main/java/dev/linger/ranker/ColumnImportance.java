package dev.linger.ranker;

/**
 * What a column was worth to a model.
 *
 * @param column its name
 * @param gain loss reduction of all splits on it; in units of the objective, so to be compared within a model only
 * @param splits how many splits are on it
 */
public record ColumnImportance(String column, double gain, long splits) {}
