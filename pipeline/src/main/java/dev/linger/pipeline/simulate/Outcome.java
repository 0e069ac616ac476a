package dev.linger.pipeline.simulate;

import java.util.List;

/**
 * What came of a policy in one world.
 *
 * @param policy its name
 * @param secondsPerVisit mean play time of a visit
 * @param ended share of the plays that reached the end of the video
 * @param skipped share of the plays that ended within the first fifth
 * @param newShare share of the play time that went to videos uploaded since the fit
 * @param daysToFind median over good new videos of the days until {@link OutcomeCounts#FOUND_BY} users have watched it to its end;
 *     infinite where that is not half of them
 * @param foundShare share of the good new videos that so many have
 * @param tags mean over users of the effective tags of what they watched
 * @param fewestTags the effective tags that a hundredth of the users is below
 * @param activeCreators who have not given up at the end
 * @param uploads on all days
 * @param creatorGini inequality of the plays over creators
 * @param ageDays mean age of the videos watched, by play time
 * @param days one after the other
 */
record Outcome(
        String policy,
        double secondsPerVisit,
        double ended,
        double skipped,
        double newShare,
        double daysToFind,
        double foundShare,
        double tags,
        double fewestTags,
        double activeCreators,
        double uploads,
        double creatorGini,
        double ageDays,
        List<Day> days) {
    Outcome {
        days = List.copyOf(days);
    }

    /**
     * One day of it.
     *
     * @param secondsPerVisit mean play time of the day's visits
     * @param skipped share of the day's plays that ended within the first fifth
     * @param foundShare share of the good new videos that were found until its end
     * @param activeCreators who had not given up at its end
     * @param ageDays mean age of the videos watched, by play time
     */
    record Day(double secondsPerVisit, double skipped, double foundShare, double activeCreators, double ageDays) {}
}
