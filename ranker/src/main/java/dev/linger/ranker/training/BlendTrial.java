package dev.linger.ranker.training;

/**
 * What one weight of a blend was worth.
 *
 * @param weight the weight of stage one's score
 * @param quality of the blend with that weight on the validation rows, the higher the better
 */
public record BlendTrial(double weight, double quality) {}
