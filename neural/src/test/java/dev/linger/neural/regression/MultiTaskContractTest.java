package dev.linger.neural.regression;

import dev.linger.ranker.Problems;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.RankerContract;
import java.util.Map;

class MultiTaskContractTest extends RankerContract {
    @Override
    protected RankerConfig config() {
        return MultiTaskTest.small(1, 2);
    }

    @Override
    protected RankerConfig other() {
        return Problems.trees("regression", 20, 5, Map.of());
    }
}
