package dev.linger.ranker.blend;

/**
 * One step on the way to a blend's weights.
 *
 * @param part whose weight was set
 * @param weight what it was set to
 * @param quality of the blend then, on the validation days, the higher the better
 */
public record BlendTrial(String part, double weight, double quality) {}
