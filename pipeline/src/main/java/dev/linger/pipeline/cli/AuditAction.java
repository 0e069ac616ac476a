package dev.linger.pipeline.cli;

/** What carries out an audit. */
@FunctionalInterface
public interface AuditAction {
    /** Audits the run that is asked for. */
    AuditOutcome audit(RunRequest request);
}
