package dev.linger.pipeline.cli;

import dev.linger.pipeline.audit.AuditOutcome;
import dev.linger.pipeline.run.RunRequest;

/** What carries out an audit. */
@FunctionalInterface
public interface AuditAction {
    /** Audits the run that is asked for. */
    AuditOutcome audit(RunRequest request);
}
