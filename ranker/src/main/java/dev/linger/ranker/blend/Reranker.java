package dev.linger.ranker.blend;

import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.TrainingSetKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What orders candidates, as trained: its members, which score rows by themselves, and the systems made of them, which order
 * lists: each member alone, and where there is a blend, P(relevant) x ratio and its orders. The last system is the order a
 * user gets.
 *
 * @param members the rankers; the first one predicts the watch ratio, where any does
 * @param blend what mixes them, where the configuration asks for it
 */
public record Reranker(List<BlendParts.Member> members, @Nullable BlendRanker blend) {
    public Reranker {
        members = List.copyOf(members);
    }

    /** The members and systems of a trained ranker; one that is no blend is the only member. */
    public static Reranker of(Ranker trained) {
        return trained instanceof BlendRanker blend
                ? new Reranker(blend.parts().members(), blend)
                : new Reranker(List.of(new BlendParts.Member(TrainingSetKind.PLAYS, trained)), null);
    }

    /** The ranker whose predictions of the watch ratio are measured. */
    public Ranker headline() {
        return members.get(0).ranker();
    }

    /** The ranker that orders what a user gets: the blend, or the only member. */
    public Ranker trained() {
        return blend == null ? headline() : blend;
    }

    /** The rankers of the members. */
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
        blend.mixes().forEach(mix -> systems.add(mix.name()));
        return systems;
    }

    /** What each member gives each row, {@code [member][row]}. */
    public double[][] memberScores(FeatureRows rows) {
        return new BlendParts(members).memberScores(rows);
    }

    /**
     * Scores of every system for one list, {@code [system][item]}.
     *
     * @param ofMembers what each member gives the items, {@code [member][item]}
     * @param stageOne score of each item in retrieval, none missing
     */
    public double[][] systemScores(double[][] ofMembers, double[] stageOne) {
        if (blend == null) {
            return ofMembers;
        }
        double[][] ofParts = blend.parts().scores(ofMembers, stageOne);
        List<double[]> scores = new ArrayList<>(Arrays.asList(ofParts));
        scores.remove(scores.size() - 1); // the order of retrieval has a row of its own
        scores.addAll(Arrays.asList(blend.scores(ofParts)));
        return scores.toArray(double[][]::new);
    }

    /** Writes the trained ranker for {@link #read}. */
    public void write(ModelWriter to) throws IOException {
        trained().write(to);
    }

    /**
     * What {@link #write} wrote.
     *
     * @param config by which it was trained
     * @throws dev.linger.data.InputException where what is read is not what a ranker of this configuration writes
     */
    public static Reranker read(RankerConfig config, ModelReader from) {
        return of(config.read(from));
    }
}
