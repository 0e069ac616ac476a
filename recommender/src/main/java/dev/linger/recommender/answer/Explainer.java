package dev.linger.recommender.answer;

import dev.linger.candidates.ScoreReasons;
import dev.linger.data.InteractionLog;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.ColumnContributions;
import dev.linger.ranker.blend.BlendParts;
import dev.linger.ranker.blend.BlendRanker;
import dev.linger.ranker.blend.BlendTerm;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.Answer;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.retrieval.FittedSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the reasons for what a recommender answers. */
public final class Explainer {
    private static final int MOST_PLAYS = 3;
    private static final int MOST_COLUMNS = 5;

    private final Recommender recommender;
    private final Optional<InteractionLog> history;
    private final Map<String, ScoreReasons> bySource = new HashMap<>();

    /**
     * @param history the plays that the recommender was fitted to; empty where they are not known, and neither are those that
     *     a video was found by
     */
    public Explainer(Recommender recommender, Optional<InteractionLog> history) {
        this(recommender, recommender.retriever().sources(), history);
    }

    /**
     * The same of other sources.
     *
     * @param sources those that found what is explained, by the names of the recommender's
     */
    public Explainer(Recommender recommender, List<FittedSource> sources, Optional<InteractionLog> history) {
        this.recommender = recommender;
        this.history = history;
        history.ifPresent(plays -> {
            for (FittedSource source : sources) {
                source.scorer().reasons(plays).ifPresent(reasons -> bySource.put(source.name(), reasons));
            }
        });
    }

    /** Whether plays can be reasons. */
    public boolean knowsPlays() {
        return history.isPresent();
    }

    /** The reasons for one user's list. */
    public OfUser of(int user, Answer answer) {
        return new OfUser(user, answer);
    }

    /** The reasons for the videos of one list, of which what they share is worked out once. */
    public final class OfUser {
        private final FeatureRows rows;
        private final List<BlendTerm> terms;
        private final List<BlendParts.Member> members;
        private final Map<String, ScoreReasons.OfUser> ofSources = new HashMap<>();
        private final Map<Integer, Past> lastPlays = new HashMap<>();

        private OfUser(int user, Answer answer) {
            this.rows = answer.rows();
            Reranker reranker = recommender.reranker();
            BlendRanker blend = reranker.blend();
            double[][] ofMembers =
                    Arrays.copyOf(answer.scores(), reranker.members().size());
            this.terms = blend == null
                    ? List.of()
                    : blend.terms(ofMembers, answer.found().candidates().stageOneScores());
            this.members = reranker.members().stream()
                    .filter(member -> blend == null
                            || terms.stream().anyMatch(term -> term.members().contains(member.name())))
                    .toList();
            addSources(user, answer);
            history.ifPresent(plays -> addLastPlays(user, plays));
        }

        /** Those that know the user: the list of another is the fallback's. */
        private void addSources(int user, Answer answer) {
            List<FittedSource> sources = recommender.retriever().sources();
            for (int at = 0; at < sources.size(); at++) {
                ScoreReasons reasons = bySource.get(sources.get(at).name());
                if (reasons != null && !answer.found().isFallback().get(at)) {
                    ofSources.put(sources.get(at).name(), reasons.of(user));
                }
            }
        }

        private void addLastPlays(int user, InteractionLog plays) {
            for (int row = 0; row < plays.size(); row++) {
                if (plays.user(row) == user) {
                    lastPlays.put(plays.item(row), new Past(plays.watchRatio(row), plays.day(row)));
                }
            }
        }

        /** A play of the user's past. */
        private record Past(double watchRatio, int day) {}

        /**
         * The reasons for a video.
         *
         * @param row of the video among the feature rows
         * @param foundBy the sources whose list it is in
         */
        public Reasons of(int item, int row, List<UserAnswer.FoundBy> foundBy) {
            List<Reasons.OfSource> plays = new ArrayList<>();
            for (UserAnswer.FoundBy found : foundBy) {
                ScoreReasons.OfUser reasons = ofSources.get(found.source());
                if (reasons != null) {
                    plays.add(plays(found, reasons.of(item)));
                }
            }
            FeatureRows alone = rows.pick(new int[] {row});
            List<Reasons.OfRanker> columns = new ArrayList<>();
            for (BlendParts.Member member : members) {
                member.ranker()
                        .contributions(alone)
                        .ifPresent(found -> columns.add(columns(member.name(), found, alone)));
            }
            return new Reasons(
                    plays, terms.stream().map(term -> term(term, row)).toList(), columns);
        }

        private Reasons.OfSource plays(UserAnswer.FoundBy found, ScoreReasons.Contributions parts) {
            List<Reasons.Past> most = largest(parts.values(), MOST_PLAYS)
                    .mapToObj(at -> past(parts.items()[at], parts.values()[at]))
                    .toList();
            double shown = most.stream().mapToDouble(Reasons.Past::adds).sum();
            return new Reasons.OfSource(
                    found.source(), found.score(), most, parts.sum() - shown, found.score() - parts.sum());
        }

        private Reasons.Past past(int item, double adds) {
            Past last = lastPlays.get(item);
            return new Reasons.Past(
                    recommender.tables().items().id(item),
                    recommender.tables().itemTable().titles().of(item),
                    last == null ? Double.NaN : last.watchRatio(),
                    last == null ? "" : LocalDate.ofEpochDay(last.day()).toString(),
                    adds);
        }

        private Reasons.Term term(BlendTerm term, int row) {
            return new Reasons.Term(
                    term.part(), term.weight(), term.scores()[row], term.standardised()[row], term.contribution(row));
        }

        /** @param alone the row of the video */
        private static Reasons.OfRanker columns(String ranker, ColumnContributions contributions, FeatureRows alone) {
            double[] amounts = IntStream.range(0, contributions.columns())
                    .mapToDouble(column -> contributions.of(0, column))
                    .toArray();
            List<Reasons.Column> most = new ArrayList<>();
            largest(amounts, MOST_COLUMNS).forEach(at -> {
                FeatureColumn column = alone.columns().get(at);
                most.add(new Reasons.Column(
                        column.name(), alone.value(0, at), column.unit(), column.missing(), amounts[at]));
            });
            double shown = most.stream().mapToDouble(Reasons.Column::adds).sum();
            return new Reasons.OfRanker(
                    ranker, contributions.base(), most, contributions.sum(0) - contributions.base() - shown);
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
