package dev.linger.ranker.objectives;

import dev.linger.ranker.Problems;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.RankerContract;
import dev.linger.ranker.linear.LinearConfig;
import dev.linger.ranker.objectives.HeadConfig.Objective;
import java.util.List;
import java.util.Map;

class ObjectivesContractTest extends RankerContract {
    @Override
    protected RankerConfig config() {
        return new ObjectivesConfig(
                List.of(
                        new HeadConfig(Objective.RATIO, 1, 18, "is_like"),
                        new HeadConfig(Objective.WATCHED_THROUGH, 2, 18, "is_like")),
                Problems.trees("regression_l1", 20, 5, Map.of()));
    }

    @Override
    protected RankerConfig other() {
        return new LinearConfig(0.01, 30);
    }
}
