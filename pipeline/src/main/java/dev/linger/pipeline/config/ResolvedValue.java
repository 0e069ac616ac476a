package dev.linger.pipeline.config;

/**
 * One value of a configuration, explained.
 *
 * @param path dotted keys from the root, elements of lists by their index
 * @param value as JSON
 * @param origin {@code file:line}, {@code --set KEY=VALUE}, or "default"
 * @param meaning what the key stands for; empty where its record does not say
 */
public record ResolvedValue(String path, String value, String origin, String meaning) {}
