package dev.linger.simulation.shape;

import org.jspecify.annotations.Nullable;

/**
 * What is generated.
 *
 * @param sizes how much is drawn
 * @param parameters the numbers of the planted model
 * @param dirt what is spoilt in the log
 * @param exact counts that the files hold exactly; null where chance decides
 */
public record Design(Sizes sizes, ModelParameters parameters, Dirt dirt, @Nullable ExactCounts exact) {
    /**
     * What is spoilt in the log.
     *
     * @param copiedShare chance that a row is followed by exact copies of itself, 1.47 on average, where chance decides
     * @param zeroDurationShare chance that a row has lost its video's duration, and with it its ratio
     * @param staleDateShare chance that a row of the first ten minutes of a day carries the date of the day before
     */
    public record Dirt(double copiedShare, double zeroDurationShare, double staleDateShare) {}
}
