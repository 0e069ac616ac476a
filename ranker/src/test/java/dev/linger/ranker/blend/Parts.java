package dev.linger.ranker.blend;

import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureRows;
import dev.linger.ranker.Prediction;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.TrainingSetKind;
import java.util.List;
import java.util.stream.IntStream;

/** Members of blends whose scores a test can tell by hand. */
final class Parts {
    private Parts() {}

    /** Scores the rows by their number, however they came together. */
    record ByRow(String name, Prediction prediction, double... scores) implements Ranker {
        ByRow(String name, double... scores) {
            this(name, Prediction.WATCH_RATIO, scores);
        }

        @Override
        public void score(FeatureRows rows, double[] to) {
            System.arraycopy(scores, 0, to, 0, to.length);
        }

        @Override
        public void write(ModelWriter to) {
            throw new UnsupportedOperationException("a ranker of tests is not kept");
        }
    }

    static BlendParts.Member ratio(double... scores) {
        return new BlendParts.Member(TrainingSetKind.PLAYS, new ByRow("ratio", scores));
    }

    static BlendParts.Member logOdds(double... scores) {
        return new BlendParts.Member(TrainingSetKind.CANDIDATES, new ByRow("binary", Prediction.LOG_ODDS, scores));
    }

    /** So many parts, the last of which is stage one. */
    static BlendParts count(int parts) {
        return new BlendParts(IntStream.range(0, parts - 1)
                .mapToObj(part -> new BlendParts.Member(TrainingSetKind.PLAYS, new ByRow("part " + part)))
                .toList());
    }

    static BlendRanker blend(List<BlendParts.Member> members, double... weights) {
        return new BlendRanker(new BlendParts(members), List.of(new BlendMix("blend", weights, List.of())));
    }
}
