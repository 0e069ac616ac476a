package dev.linger.serving.models;

/**
 * Which model answers a user, and how likely that was.
 *
 * @param name {@code current} or {@code candidate}
 * @param model the model
 * @param share of the users who are answered by it, in (0, 1]
 */
public record Variant(String name, ServedModel model, double share) {}
