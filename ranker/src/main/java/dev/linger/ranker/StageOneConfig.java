package dev.linger.ranker;

/** Keeps the order of stage one: the score is the column {@code stage_one_score}. */
public record StageOneConfig() implements RankerConfig {}
