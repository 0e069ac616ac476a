package dev.linger.ranker;

/** What rows a ranker learns from, and what their labels say. */
public enum TrainingSetKind {
    /** Plays; the label is the capped watch ratio. */
    PLAYS("plays"),
    /** Plays; the label is the share of plays of videos of about the same length that were watched for less, in 0..1. */
    DEBIASED_PLAYS("debiased plays"),
    /**
     * Candidates as of the beginning of the label window; the label is the largest watch ratio that the user's plays of the
     * video reach there, 0 for a video that was not shown.
     */
    CANDIDATES("candidates"),
    /** The same candidates; the label is the largest of the shares that {@link #DEBIASED_PLAYS} have. */
    DEBIASED_CANDIDATES("debiased candidates");

    private final String label;

    TrainingSetKind(String label) {
        this.label = label;
    }

    /** The rows' name in tables. */
    public String label() {
        return label;
    }

    /** Whether rows are candidates, of which most were never shown. */
    public boolean isOfCandidates() {
        return this == CANDIDATES || this == DEBIASED_CANDIDATES;
    }
}
