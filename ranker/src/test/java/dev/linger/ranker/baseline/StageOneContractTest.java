package dev.linger.ranker.baseline;

import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.RankerContract;

class StageOneContractTest extends RankerContract {
    @Override
    protected RankerConfig config() {
        return new StageOneConfig();
    }

    @Override
    protected RankerConfig other() {
        return new ConstantConfig(ConstantConfig.Statistic.ITEM_MEAN);
    }
}
