package dev.linger.pipeline.reranking;

import dev.linger.data.RankedList;
import dev.linger.features.FeatureRows;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.UserLists;
import dev.linger.ranker.training.BlendParts;
import dev.linger.ranker.training.BlendRanker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stage two as trained: its members, which score rows by themselves, and the systems made of them, which order lists: each
 * member alone, and where there is a blend, P(relevant) x ratio and the blend. The last system is the one whose order users get.
 *
 * @param members the rankers; the first one predicts the watch ratio, where any does
 * @param blend what mixes them, where the configuration asks for it
 */
public record Reranker(List<BlendParts.Member> members, @Nullable BlendRanker blend) {
    public static Reranker of(Ranker trained) {
        return trained instanceof BlendRanker blend
                ? new Reranker(blend.parts().members(), blend)
                : new Reranker(List.of(new BlendParts.Member(TrainingSetKind.PLAYS, trained, false)), null);
    }

    /** The ranker whose predictions of the watch ratio are measured. */
    public Ranker headline() {
        return members.get(0).ranker();
    }

    public List<Ranker> rankers() {
        return members.stream().map(BlendParts.Member::ranker).toList();
    }

    /** Names of the systems, as the tables print them. */
    public List<String> systems() {
        if (blend == null) {
            return List.of(members.get(0).name());
        }
        List<String> parts = blend.parts().names();
        List<String> systems = new ArrayList<>(parts.subList(0, parts.size() - 1));
        systems.add(blend.name());
        return systems;
    }

    /** Scores of every system, {@code [system][row]}; each member scores each row once. */
    public double[][] scores(FeatureRows rows) {
        double[][] ofMembers = new BlendParts(members).memberScores(rows);
        if (blend == null) {
            return ofMembers;
        }
        double[][] ofParts = blend.parts().scores(ofMembers, UserLists.stageOneScores(rows));
        double[] blended = new double[rows.size()];
        UserLists.forEach(rows, (from, to) -> blend.mix(ofParts, from, to, blended));
        return withLast(ofParts, blended);
    }

    /**
     * Scores of every system for one list, {@code [system][row]}.
     *
     * @param ofMembers scores of the members, {@code [member][row]}
     * @param stageOne score of each row in stage one, NaN where missing
     */
    public double[][] scoresOfList(double[][] ofMembers, float[] stageOne) {
        if (blend == null) {
            return ofMembers;
        }
        double[][] ofParts = blend.parts().scores(ofMembers, UserLists.withoutMissing(stageOne));
        double[] blended = new double[stageOne.length];
        blend.mix(ofParts, 0, blended.length, blended);
        return withLast(ofParts, blended);
    }

    /** The parts but stage one, whose order has a row of its own, and the blend. */
    private static double[][] withLast(double[][] ofParts, double[] blended) {
        double[][] scores = ofParts.clone();
        scores[scores.length - 1] = blended;
        return scores;
    }

    /** Lists of the systems under their names. */
    public Systems named(List<List<RankedList>> lists) {
        List<String> names = systems();
        List<NamedLists> named = new ArrayList<>();
        for (int system = 0; system < lists.size(); system++) {
            named.add(new NamedLists(names.get(system), lists.get(system)));
        }
        return new Systems(named);
    }
}
