package dev.linger.ranker;

/**
 * A question that a blend answers with weights of its own.
 *
 * @param name of the order that answers it, as the tables print it
 * @param quality how well weights answer it
 */
public record BlendGoal(String name, BlendQuality quality) {}
