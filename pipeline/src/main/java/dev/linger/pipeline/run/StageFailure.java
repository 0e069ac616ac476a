package dev.linger.pipeline.run;

import java.nio.file.Path;

/** An unexpected failure of a stage, whose stack trace stands in the run's log. */
public final class StageFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path log;

    StageFailure(String stage, Path log, Throwable cause) {
        super("stage " + stage + " failed: " + cause, cause);
        this.log = log;
    }

    /** The file that holds the stack trace. */
    public Path log() {
        return log;
    }
}
