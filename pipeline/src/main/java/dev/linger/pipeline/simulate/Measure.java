package dev.linger.pipeline.simulate;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a table shows of outcomes.
 *
 * @param name of the column
 * @param digits after the point
 * @param of its value
 */
record Measure<T>(String name, int digits, ToDoubleFunction<T> of) {
    static final List<Measure<Outcome>> OF_ALL_DAYS = List.of(
            new Measure<>("seconds a visit", 2, Outcome::secondsPerVisit),
            new Measure<>("to the end", 4, Outcome::ended),
            new Measure<>("skipped", 4, Outcome::skipped),
            new Measure<>("new videos", 4, Outcome::newShare),
            new Measure<>("age", 1, Outcome::ageDays),
            new Measure<>("days to find", 1, Outcome::daysToFind),
            new Measure<>("found", 3, Outcome::foundShare),
            new Measure<>("tags", 2, Outcome::tags),
            new Measure<>("tags 1%", 2, Outcome::fewestTags),
            new Measure<>("creators", 1, Outcome::activeCreators),
            new Measure<>("uploads", 1, Outcome::uploads),
            new Measure<>("creator Gini", 4, Outcome::creatorGini));

    static final List<Measure<Outcome.Day>> OF_A_DAY = List.of(
            new Measure<>("seconds a visit", 2, Outcome.Day::secondsPerVisit),
            new Measure<>("skipped", 4, Outcome.Day::skipped),
            new Measure<>("age", 1, Outcome.Day::ageDays),
            new Measure<>("found", 3, Outcome.Day::foundShare),
            new Measure<>("creators", 1, Outcome.Day::activeCreators));
}
