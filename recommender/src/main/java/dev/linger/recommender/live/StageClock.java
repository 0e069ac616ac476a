package dev.linger.recommender.live;

/** Tells how long stages took that follow one another; where nobody listens it is not looked at. */
final class StageClock {
    private final StageTimes times;
    private long began;

    /** The first stage begins now. */
    StageClock(StageTimes times) {
        this.times = times;
        this.began = now();
    }

    private long now() {
        return times == StageTimes.UNHEARD ? 0 : System.nanoTime();
    }

    /** A stage has ended and the next begins. */
    void ended(Stage stage) {
        long ended = now();
        times.took(stage, ended - began);
        began = ended;
    }
}
