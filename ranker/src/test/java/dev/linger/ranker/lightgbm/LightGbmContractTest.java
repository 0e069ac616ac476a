package dev.linger.ranker.lightgbm;

import dev.linger.ranker.Problems;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.RankerContract;
import java.util.Map;

class LightGbmContractTest extends RankerContract {
    @Override
    protected RankerConfig config() {
        return Problems.trees("regression_l1", 20, 5, Map.of());
    }

    @Override
    protected RankerConfig other() {
        return Problems.trees("huber", 20, 5, Map.of());
    }
}
