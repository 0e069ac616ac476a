package dev.linger.ranker.mean;

import dev.linger.ranker.Problems;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.RankerContract;
import dev.linger.ranker.linear.LinearConfig;
import java.util.List;
import java.util.Map;

class MeanContractTest extends RankerContract {
    @Override
    protected RankerConfig config() {
        return new MeanConfig(
                List.of(new LinearConfig(0.01, 30), Problems.trees("regression_l1", 20, 5, Map.of())), 20);
    }

    @Override
    protected RankerConfig other() {
        return new LinearConfig(0.01, 30);
    }
}
