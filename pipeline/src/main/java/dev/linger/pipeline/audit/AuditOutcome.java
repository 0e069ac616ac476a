package dev.linger.pipeline.audit;

import java.nio.file.Path;

/**
 * How an audit ended.
 *
 * @param folder with its tables
 * @param passed whether no check of a sanity check failed
 */
public record AuditOutcome(Path folder, boolean passed) {}
