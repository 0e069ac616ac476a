package dev.linger.pipeline.simulate;

import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What came of policies, and what each has over the first. */
final class SimulationTables {
    private SimulationTables() {}

    /** @param outcomes of each policy, in their order, one a seed */
    static List<ResultTable> of(Map<String, List<Outcome>> outcomes, SimulationPlan plan) {
        return List.of(outcomes(outcomes, plan), differences(outcomes), days(outcomes, plan));
    }

    private static ResultTable outcomes(Map<String, List<Outcome>> outcomes, SimulationPlan plan) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("policy")));
        Measure.OF_ALL_DAYS.forEach(measure -> columns.add(Column.decimal(measure.name(), measure.digits())));
        List<List<Cell>> rows = new ArrayList<>();
        outcomes.forEach((policy, ofSeeds) -> {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(policy)));
            Measure.OF_ALL_DAYS.forEach(measure ->
                    row.add(finite(SeedInterval.of(values(ofSeeds, measure)).mean())));
            rows.add(row);
        });
        return new ResultTable(
                "simulation",
                "Simulation: " + plan.days() + " days of " + plan.title(),
                null,
                columns,
                rows,
                List.of(
                        "seconds a visit: play time of the " + plan.videosPerVisit()
                                + " videos shown; to the end, skipped: shares of plays, skipped within the first fifth;"
                                + " new videos: share of the play time of those uploaded on these days; age: mean of the videos"
                                + " watched, in days, by play time",
                        "days to find: median over good new videos (a tenth by appeal, uploaded in the first half) until "
                                + OutcomeCounts.FOUND_BY
                                + " users watched it to its end, - where half of them never were; found: share that were",
                        "tags: mean over users of the effective tags watched, and what a hundredth is below; creators: who have not"
                                + " given up; creator Gini: inequality of plays",
                        "oracle: the order of true pull, which knows tastes and appeal; random: any video"));
    }

    private static ResultTable days(Map<String, List<Outcome>> outcomes, SimulationPlan plan) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("policy"), Column.integer("day")));
        Measure.OF_A_DAY.forEach(measure -> columns.add(Column.decimal(measure.name(), measure.digits())));
        List<List<Cell>> rows = new ArrayList<>();
        outcomes.forEach((policy, ofSeeds) -> {
            for (int day = 0; day < plan.days(); day++) {
                rows.add(ofDay(policy, ofSeeds, day));
            }
        });
        return new ResultTable(
                "simulation-days",
                "Simulation: day by day",
                null,
                columns,
                rows,
                List.of("the mean of all; found, creators: at the end of the day"),
                ResultTable.Length.LONG);
    }

    private static List<Cell> ofDay(String policy, List<Outcome> ofSeeds, int day) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(policy), Cell.of(day + 1)));
        Measure.OF_A_DAY.forEach(measure -> row.add(finite(ofSeeds.stream()
                .mapToDouble(
                        outcome -> measure.of().applyAsDouble(outcome.days().get(day)))
                .average()
                .orElse(Double.NaN))));
        return row;
    }

    private static ResultTable differences(Map<String, List<Outcome>> outcomes) {
        String first = outcomes.keySet().iterator().next();
        List<Outcome> reference = Objects.requireNonNull(outcomes.get(first));
        List<List<Cell>> rows = new ArrayList<>();
        outcomes.forEach((policy, ofSeeds) -> {
            if (!policy.equals(first)) {
                Measure.OF_ALL_DAYS.forEach(measure -> rows.add(difference(policy, measure, ofSeeds, reference)));
            }
        });
        return new ResultTable(
                "simulation-differences",
                "Simulation: what each policy has over " + first,
                null,
                List.of(
                        Column.text("policy"),
                        Column.text("measure"),
                        Column.decimal("difference", 4),
                        Column.interval("95% interval", 4),
                        Column.decimal("percent", 2)),
                rows,
                List.of(
                        "by world, on the same random numbers, or by group of users; interval: Student's t over these, - for one; percent: of "
                                + first));
    }

    private static List<Cell> difference(
            String policy, Measure<Outcome> measure, List<Outcome> ofSeeds, List<Outcome> reference) {
        double[] values = values(ofSeeds, measure);
        double[] others = values(reference, measure);
        double[] differences = new double[values.length];
        for (int seed = 0; seed < values.length; seed++) {
            differences[seed] = values[seed] - others[seed];
        }
        SeedInterval interval = SeedInterval.of(differences);
        double percent = 100 * interval.mean() / SeedInterval.of(others).mean();
        return List.of(
                Cell.of(policy),
                Cell.of(measure.name()),
                finite(interval.mean()),
                Double.isFinite(interval.low())
                        ? Cell.of(interval.low(), interval.high())
                        : Cell.of(Double.NaN, Double.NaN),
                finite(percent));
    }

    private static Cell finite(double value) {
        return Double.isFinite(value) ? Cell.of(value) : Cell.notApplicable();
    }

    private static double[] values(List<Outcome> outcomes, Measure<Outcome> measure) {
        return outcomes.stream().mapToDouble(measure.of()).toArray();
    }
}
