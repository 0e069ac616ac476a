package dev.linger.ranker.blend;

import dev.linger.features.FeatureRows;
import dev.linger.ranker.BlendQuality;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingSetKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The scores that a blend mixes, its parts: that of each member; for each member that predicts P(relevant) of candidates,
 * P(relevant) x ratio; and that of retrieval. Parts are standardised within a list: {@code z(x) = (x - mean) / sd} (sd of the population; all zero
 * where it is 0).
 *
 * @param members the rankers, of which the first predicts the watch ratio
 */
public record BlendParts(List<Member> members) implements BlendQuality.Parts {
    private static final String STAGE_ONE = "stage-one";

    /**
     * A ranker as trained.
     *
     * @param learnedFrom its rows
     */
    public record Member(TrainingSetKind learnedFrom, Ranker ranker) {
        /** The ranker's name with that of its rows, where these are no plays. */
        public String name() {
            return BlendParts.name(learnedFrom, ranker.name());
        }

        /** Whether its score is the log-odds that a candidate is relevant. */
        public boolean predictsRelevance() {
            return learnedFrom.isOfCandidates() && ranker.prediction() == Prediction.LOG_ODDS;
        }
    }

    static String name(TrainingSetKind learnedFrom, String ranker) {
        return learnedFrom == TrainingSetKind.PLAYS ? ranker : ranker + " of " + learnedFrom.label();
    }

    public BlendParts {
        members = List.copyOf(members);
    }

    /** Names of the parts in their order. */
    public List<String> names() {
        List<String> names = new ArrayList<>(members.stream().map(Member::name).toList());
        members.stream()
                .filter(Member::predictsRelevance)
                .forEach(member -> names.add("P(relevant) x ratio by " + member.name()));
        names.add(STAGE_ONE);
        return names;
    }

    /** Names of the members that a part is made of: a member; one that predicts P(relevant) and the first; none for retrieval. */
    List<String> membersOf(int part) {
        if (part < members.size()) {
            return List.of(members.get(part).name());
        }
        List<Member> relevance =
                members.stream().filter(Member::predictsRelevance).toList();
        int product = part - members.size();
        return product < relevance.size()
                ? Stream.of(relevance.get(product), members.get(0))
                        .map(Member::name)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** The scores of each member, {@code [member][row]}. */
    public double[][] memberScores(FeatureRows rows) {
        return memberScores(rows, member -> true);
    }

    /** The same of some members; 0 by the others, which are not asked. */
    double[][] memberScores(FeatureRows rows, Predicate<Member> asked) {
        double[][] scores = new double[members.size()][rows.size()];
        for (int member = 0; member < scores.length; member++) {
            if (asked.test(members.get(member))) {
                members.get(member).ranker().score(rows, scores[member]);
            }
        }
        return scores;
    }

    @Override
    public List<Ranker> rankers() {
        return members.stream().map(Member::ranker).toList();
    }

    @Override
    public double[][] scores(double[][] memberScores, double[] stageOne) {
        List<double[]> parts = new ArrayList<>(Arrays.asList(memberScores));
        for (int member = 0; member < members.size(); member++) {
            if (members.get(member).predictsRelevance()) {
                parts.add(product(memberScores[member], memberScores[0]));
            }
        }
        parts.add(stageOne);
        return parts.toArray(double[][]::new);
    }

    private static double[] product(double[] logOdds, double[] ratio) {
        double[] product = new double[logOdds.length];
        for (int row = 0; row < product.length; row++) {
            product[row] = Math.max(ratio[row], 0) / (1 + StrictMath.exp(-logOdds[row]));
        }
        return product;
    }

    /** Standardises the scores of one list, the rows {@code from..to-1}. */
    public static void standardise(double[] scores, int from, int to) {
        if (from == to) {
            return;
        }
        double lowest = scores[from];
        double highest = scores[from];
        double sum = 0;
        for (int row = from; row < to; row++) {
            lowest = Math.min(lowest, scores[row]);
            highest = Math.max(highest, scores[row]);
            sum += scores[row];
        }
        double mean = sum / (to - from);
        double squares = 0;
        for (int row = from; row < to; row++) {
            squares += (scores[row] - mean) * (scores[row] - mean);
        }
        // Equal scores may miss their own mean by a rounding error, which a tiny sd would blow up.
        double scale = lowest == highest ? 0 : 1 / Math.sqrt(squares / (to - from));
        for (int row = from; row < to; row++) {
            scores[row] = (scores[row] - mean) * scale;
        }
    }
}
