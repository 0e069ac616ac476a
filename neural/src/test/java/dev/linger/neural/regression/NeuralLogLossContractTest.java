package dev.linger.neural.regression;

import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.RankerContract;

class NeuralLogLossContractTest extends RankerContract {
    @Override
    protected RankerConfig config() {
        return Networks.small(Loss.LOG_LOSS, TargetScale.RATIO, 1);
    }

    @Override
    protected RankerConfig other() {
        return Networks.small(Loss.MSE, TargetScale.QUANTILE, 1);
    }
}
