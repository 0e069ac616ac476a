package dev.linger.pipeline.offpolicy;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The estimates, and how far they can be trusted. */
final class OffPolicyTables {
    /** A mean weight that many standard errors below 1 is not chance. */
    private static final double MOST_ERRORS = 3.3;

    private final OffPolicyPlan plan;
    private final ServedLog log;
    private final Estimates estimates;
    private final List<Estimates.Place> places;

    OffPolicyTables(OffPolicyPlan plan, ServedLog log, Estimates estimates) {
        this.plan = plan;
        this.log = log;
        this.estimates = estimates;
        this.places = estimates.places();
    }

    List<ResultTable> all() {
        return List.of(estimates(), places());
    }

    private ResultTable estimates() {
        List<List<Cell>> rows = new ArrayList<>();
        UserMean served = estimates.served();
        rows.add(List.of(
                Cell.of("as served"),
                Cell.of(served.mean()),
                Cell.of(served.low(), served.high()),
                Cell.notApplicable(),
                Cell.of(Double.NaN, Double.NaN)));
        if (reliablePlaces() == places.size()) {
            for (Estimates.Estimate of : List.of(estimates.ips(), estimates.snips(), estimates.doublyRobust())) {
                rows.add(List.of(
                        Cell.of("target by " + of.name()),
                        Cell.of(of.value().mean()),
                        Cell.of(of.value().low(), of.value().high()),
                        Cell.of(of.overServed().mean()),
                        Cell.of(of.overServed().low(), of.overServed().high())));
            }
        }
        return new ResultTable(
                "off-policy",
                "Off-policy: " + plan.value() + " of each of the first " + plan.places() + " drawn places",
                null,
                List.of(
                        Column.text("lists"),
                        Column.decimal("value", 4),
                        Column.interval("95% interval", 4),
                        Column.decimal("over served", 4),
                        Column.interval("its 95% interval", 4)),
                rows,
                notes());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        long users = log.lists().stream().mapToInt(ServedList::user).distinct().count();
        notes.add(String.format(
                Locale.ROOT,
                "%d lists of %d users; left out of %d: %d with fewer drawn places, %d from before the target was fitted;"
                        + " a play counts within %s minutes",
                log.lists().size(),
                users,
                log.all(),
                log.notDrawn(),
                log.beforeFit(),
                plan.withinMinutes()));
        notes.add("it is assumed that what is watched of a place does not depend on the places below it; interval:"
                + " Student's t over users"
                + (plan.clip().isPresent()
                        ? "; weights are clipped at " + plan.clip().getAsDouble()
                        : ""));
        int reliable = reliablePlaces();
        if (reliable < places.size()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "NO ESTIMATE: at place %d the weights are those of %.1f lists, and fewer than %.0f say nothing; %s",
                    reliable + 1,
                    places.get(reliable).effective(),
                    Estimates.FEWEST_EFFECTIVE,
                    reliable == 0
                            ? "the target is too far from what was served"
                            : "--places " + reliable + " has enough"));
        }
        for (int at = 0; at < places.size(); at++) {
            UserMean weight = places.get(at).weight();
            if (weight.mean() + MOST_ERRORS * weight.error() < 1) {
                notes.add(String.format(
                        Locale.ROOT,
                        "NO SUPPORT: the mean weight of place %d is %.2f, not 1: of the target's lists down to it about %.0f %%"
                                + " could not be served, and nothing is known of them",
                        at + 1,
                        weight.mean(),
                        100 * (1 - weight.mean())));
                break;
            }
        }
        return notes;
    }

    /** How many first places have lists enough. */
    private int reliablePlaces() {
        int reliable = 0;
        while (reliable < places.size() && places.get(reliable).effective() >= Estimates.FEWEST_EFFECTIVE) {
            reliable++;
        }
        return reliable;
    }

    private ResultTable places() {
        List<List<Cell>> rows = new ArrayList<>();
        for (int at = 0; at < places.size(); at++) {
            Estimates.Place place = places.get(at);
            rows.add(List.of(
                    Cell.of(at + 1L),
                    Cell.of(place.served()),
                    at < reliablePlaces() ? Cell.of(place.target()) : Cell.notApplicable(),
                    Cell.of(place.effective()),
                    Cell.of(place.weight().mean()),
                    Cell.of(place.weight().low(), place.weight().high()),
                    Cell.of(place.largestShare())));
        }
        return new ResultTable(
                "off-policy-places",
                "Off-policy, by place",
                null,
                List.of(
                        Column.integer("place"),
                        Column.decimal("as served", 4),
                        Column.decimal("target by SNIPS", 4),
                        Column.decimal("effective lists", 1),
                        Column.decimal("mean weight", 3),
                        Column.interval("95% interval", 3),
                        Column.decimal("largest share", 3)),
                rows,
                List.of("effective lists: (sum w)^2 / sum w^2; mean weight: 1 in the long run where all that the target"
                        + " shows could be served; largest share: of the sum of all weights, that of one list"));
    }
}
