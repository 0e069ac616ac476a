package dev.linger.pipeline.recommend;

import dev.linger.candidates.ScoreReasons;
import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.ColumnContributions;
import dev.linger.ranker.blend.BlendParts;
import dev.linger.ranker.blend.BlendRanker;
import dev.linger.ranker.blend.BlendTerm;
import dev.linger.recommender.Answer;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.retrieval.FittedSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the reasons for what a recommender answers. */
final class Explainer {
    private static final int MOST_PLAYS = 3;
    private static final int MOST_COLUMNS = 5;

    private final Recommender recommender;
    private final InteractionLog history;
    private final Map<String, ScoreReasons> bySource = new HashMap<>();

    /**
     * @param history the plays that the recommender was fitted to; empty where they are not known, and neither are those that
     *     a video was found by
     */
    Explainer(Recommender recommender, Optional<InteractionLog> history) {
        this.recommender = recommender;
        this.history = history.orElseGet(() ->
                InteractionLog.ofColumns(new int[0], new int[0], new int[0], new int[0], new long[0], new int[0]));
        if (history.isPresent()) {
            for (FittedSource source : recommender.retriever().sources()) {
                source.scorer().reasons(this.history).ifPresent(reasons -> bySource.put(source.name(), reasons));
            }
        }
    }

    /** Whether plays can be reasons. */
    boolean knowsPlays() {
        return history.size() > 0;
    }

    /** The reasons for one user's list. */
    OfUser of(int user, Answer answer) {
        return new OfUser(user, answer);
    }

    /** The reasons for the videos of one list, of which what they share is worked out once. */
    final class OfUser {
        private final int user;
        private final FeatureRows rows;
        private final List<BlendTerm> terms;
        private final Map<String, ColumnContributions> ofRankers = new LinkedHashMap<>();
        private final Map<Integer, Integer> lastPlay = new HashMap<>();

        private OfUser(int user, Answer answer) {
            this.user = user;
            this.rows = answer.rows();
            BlendRanker blend = recommender.reranker().blend();
            this.terms = blend == null ? List.of() : blend.terms(rows);
            for (BlendParts.Member member : recommender.reranker().members()) {
                if (blend == null
                        || terms.stream().anyMatch(term -> term.members().contains(member.name()))) {
                    member.ranker().contributions(rows).ifPresent(found -> ofRankers.put(member.name(), found));
                }
            }
            for (int row = 0; row < history.size(); row++) {
                if (history.user(row) == user) {
                    lastPlay.put(history.item(row), row);
                }
            }
        }

        /**
         * The reasons for a video.
         *
         * @param row of the video among the feature rows
         * @param foundBy the sources whose list it is in
         */
        Reasons of(int item, int row, List<UserAnswer.FoundBy> foundBy) {
            List<Reasons.OfSource> plays = new ArrayList<>();
            for (UserAnswer.FoundBy found : foundBy) {
                ScoreReasons reasons = bySource.get(found.source());
                if (reasons != null) {
                    plays.add(plays(found, reasons.of(user, item)));
                }
            }
            List<Reasons.OfRanker> columns = new ArrayList<>();
            ofRankers.forEach((ranker, contributions) -> columns.add(columns(ranker, contributions, row)));
            return new Reasons(
                    plays, terms.stream().map(term -> term(term, row)).toList(), columns);
        }

        private Reasons.OfSource plays(UserAnswer.FoundBy found, ScoreReasons.Shares shares) {
            List<Reasons.Past> most = largest(shares.amounts(), MOST_PLAYS)
                    .mapToObj(at -> past(shares.items()[at], shares.amounts()[at]))
                    .toList();
            double shown = most.stream().mapToDouble(Reasons.Past::adds).sum();
            return new Reasons.OfSource(
                    found.source(), found.score(), most, shares.sum() - shown, found.score() - shares.sum());
        }

        private Reasons.Past past(int item, double adds) {
            Integer row = lastPlay.get(item);
            return new Reasons.Past(
                    recommender.tables().items().id(item),
                    row == null ? Double.NaN : history.watchRatio(row),
                    row == null ? "" : LocalDate.ofEpochDay(history.day(row)).toString(),
                    adds);
        }

        private Reasons.Term term(BlendTerm term, int row) {
            return new Reasons.Term(
                    term.part(), term.weight(), term.scores()[row], term.standings()[row], term.adds(row));
        }

        private Reasons.OfRanker columns(String ranker, ColumnContributions contributions, int row) {
            double[] amounts = IntStream.range(0, contributions.columns())
                    .mapToDouble(column -> contributions.of(row, column))
                    .toArray();
            List<Reasons.Column> most = new ArrayList<>();
            largest(amounts, MOST_COLUMNS).forEach(at -> {
                FeatureColumn column = rows.columns().get(at);
                most.add(new Reasons.Column(
                        column.name(), rows.value(row, at), column.unit(), column.missing(), amounts[at]));
            });
            double shown = most.stream().mapToDouble(Reasons.Column::adds).sum();
            return new Reasons.OfRanker(
                    ranker, contributions.base(), most, contributions.sum(row) - contributions.base() - shown);
        }

        /** The positions of the largest amounts, whatever their sign, that are not 0. */
        private static IntStream largest(double[] amounts, int most) {
            return IntStream.range(0, amounts.length)
                    .filter(at -> amounts[at] != 0)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer at) -> -Math.abs(amounts[at])))
                    .limit(most)
                    .mapToInt(Integer::intValue);
        }
    }
}
