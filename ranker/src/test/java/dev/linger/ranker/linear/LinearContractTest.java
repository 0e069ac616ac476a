package dev.linger.ranker.linear;

import dev.linger.ranker.Problems;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.RankerContract;
import java.util.Map;

class LinearContractTest extends RankerContract {
    @Override
    protected RankerConfig config() {
        return new LinearConfig(0.01, 30);
    }

    @Override
    protected RankerConfig other() {
        return Problems.trees("regression", 20, 5, Map.of());
    }
}
