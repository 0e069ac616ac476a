package dev.linger.recommender.creators;

import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;

/** {@link CreatorUploads} that go on counting; the uplifts are worked out again at the first play of each day. */
public final class LiveUploads {
    private final UploadModel model;
    private final CreatorCounts counts;
    private double[] uplifts;

    /**
     * Begins with what was fitted.
     *
     * @param history the plays that it was fitted to
     * @param day the day it is as of
     */
    public LiveUploads(CreatorUploads fitted, InteractionLog history, ItemTable items, int day) {
        this.model = fitted.model();
        this.counts = new CreatorDays(history, items).walk(day);
        this.uplifts = fitted.uplifts();
    }

    /** Takes note of a play of a creator's video. */
    public void play(int creator, double watchRatio, int day) {
        begin(day);
        counts.play(creator, watchRatio >= 1);
    }

    /** Takes note of an upload on the last day of which anything was told. */
    public void upload(int creator) {
        counts.upload(creator);
    }

    private void begin(int day) {
        if (day > counts.day()) {
            counts.advanceTo(day);
            uplifts = model.uplifts(counts);
        }
    }

    /** By how much the chance of each creator rises with one more play to the end; written to no more. */
    public double[] uplifts() {
        return uplifts;
    }
}
