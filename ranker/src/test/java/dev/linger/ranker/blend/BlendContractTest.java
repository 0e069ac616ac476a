package dev.linger.ranker.blend;

import dev.linger.ranker.Problems;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.RankerContract;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.linear.LinearConfig;
import java.util.List;
import java.util.Map;

class BlendContractTest extends RankerContract {
    @Override
    protected RankerConfig config() {
        return blend("binary");
    }

    @Override
    protected RankerConfig other() {
        return blend("lambdarank");
    }

    private static BlendConfig blend(String ofCandidates) {
        return new BlendConfig(
                List.of(
                        new BlendConfig.Member(TrainingSetKind.PLAYS, Problems.trees("regression_l1", 20, 5, Map.of())),
                        new BlendConfig.Member(
                                TrainingSetKind.CANDIDATES, Problems.trees(ofCandidates, 20, 5, Map.of())),
                        new BlendConfig.Member(TrainingSetKind.PLAYS, new LinearConfig(0.01, 30))),
                List.of(0.0, 0.3, 1.0),
                10);
    }
}
