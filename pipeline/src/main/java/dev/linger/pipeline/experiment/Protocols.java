package dev.linger.pipeline.experiment;

import dev.linger.candidates.Universe;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.WatchMatrix;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.ItemUniverse;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.PreferenceQuestion;
import dev.linger.pipeline.report.tables.Protocol;
import dev.linger.pipeline.retrieval.RetrieverTrainer;
import dev.linger.pipeline.run.RunContext;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * How the lists of a run are measured, each protocol by each relevance rule.
 *
 * @param config what users may be shown, and from when on a play counts as skipped
 * @param playCounts plays of each video before the cut
 * @param universe the videos that could have been shown
 * @param cut the instant that parts training from test, and how it was chosen
 */
public record Protocols(LingerConfig config, Holdout holdout, int[] playCounts, ItemUniverse universe, String cut) {
    private static final String KNOWN = "videos played, or with daily statistics, before the cut, ";

    static Protocols of(LingerConfig config, Dataset dataset, Holdout holdout, RunContext run) {
        int[] playCounts = playCounts(holdout.split().training(), dataset.itemCount());
        Universe known =
                new RetrieverTrainer(dataset, config.candidates(), config.watch(), run).universe(holdout.beforeTest());
        return new Protocols(
                config,
                holdout,
                playCounts,
                ItemUniverse.of(known::contains, playCounts),
                cut(holdout.split().cutMillis(), dataset.zone(), config.split().testShare()));
    }

    /** What could have been shown, ranked. */
    List<Protocol> endToEnd() {
        return holdout.test().stream()
                .map(judgments -> new Protocol("end-to-end", universeInWords(), cut, judgments, universe))
                .toList();
    }

    String universeInWords() {
        return universeInWords(config.candidates());
    }

    /** What could have been shown. */
    public static String universeInWords(CandidatesConfig candidates) {
        if (!candidates.rewatches()) {
            return KNOWN + "less those the user has seen";
        }
        int days = candidates.rewatchAfterDays();
        return KNOWN
                + (days == 0
                        ? "also those the user has seen"
                        : "less those the user has seen in the last " + days + " days");
    }

    /** The test plays of each user, ranked. */
    List<Protocol> exposed() {
        return holdout.test().stream()
                .map(Judgments::whole)
                .map(judgments -> new Protocol(
                        "exposed",
                        "the distinct videos each user was shown after the cut",
                        cut,
                        judgments,
                        exposedBy(judgments)))
                .toList();
    }

    /** The small matrix, where the answer is known for every pair. */
    List<Protocol> dense(WatchMatrix small) {
        PreferenceQuestion question = holdout.preference();
        String users = question.isOfMatrix() ? "those of its users that nothing was chosen by" : "its users";
        return holdout.rules().stream()
                .map(rule -> rule.fit(holdout.split().training()))
                .map(relevance -> Judgments.of(small, relevance, config.watch().skippedBelow())
                        .where((user, item) -> question.mayMeasure(user)))
                .map(judgments -> new Protocol(
                        "dense", "all videos of the small matrix, for " + users, cut, judgments, exposedBy(judgments)))
                .toList();
    }

    /** The distinct videos that the users counted were shown. */
    private ItemUniverse exposedBy(Judgments judgments) {
        boolean[] isShown = new boolean[playCounts.length];
        for (int user : judgments.users()) {
            for (int item : judgments.exposed(user)) {
                isShown[item] = true;
            }
        }
        return ItemUniverse.of(item -> isShown[item], playCounts);
    }

    private static int[] playCounts(InteractionLog log, int itemCount) {
        int[] counts = new int[itemCount];
        for (int row = 0; row < log.size(); row++) {
            counts[log.item(row)]++;
        }
        return counts;
    }

    /** The instant that parts training from test, and how it was chosen. */
    public static String cut(long millis, ZoneId zone, double testShare) {
        return String.format(
                Locale.ROOT,
                "%s %s (last %.0f %% of the rows)",
                Instant.ofEpochMilli(millis).atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS),
                zone,
                100 * testShare);
    }
}
