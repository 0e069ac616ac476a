package dev.linger.recommender.live;

/** Is told how long the stages of an answer took, with what they waited for plays that were being observed. */
@FunctionalInterface
public interface StageTimes {
    /** For whom nobody listens. */
    StageTimes UNHEARD = (stage, nanos) -> {};

    /** A stage took so long. */
    void took(Stage stage, long nanos);
}
