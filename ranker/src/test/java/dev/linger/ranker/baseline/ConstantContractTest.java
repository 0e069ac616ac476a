package dev.linger.ranker.baseline;

import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.RankerContract;

class ConstantContractTest extends RankerContract {
    @Override
    protected RankerConfig config() {
        return new ConstantConfig(ConstantConfig.Statistic.SHRUNK_ITEM_MEDIAN_AND_USER_OFFSET);
    }

    @Override
    protected RankerConfig other() {
        return new ConstantConfig(ConstantConfig.Statistic.USER_MEAN);
    }

    @Override
    protected boolean readsColumns() {
        return false;
    }
}
