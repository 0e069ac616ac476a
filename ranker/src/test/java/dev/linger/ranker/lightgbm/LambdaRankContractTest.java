package dev.linger.ranker.lightgbm;

import dev.linger.ranker.Problems;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.RankerContract;

class LambdaRankContractTest extends RankerContract {
    @Override
    protected RankerConfig config() {
        return Problems.refittedTrees("lambdarank", 20, 5);
    }

    @Override
    protected RankerConfig other() {
        return Problems.refittedTrees("rank_xendcg", 20, 5);
    }
}
