package dev.linger.pipeline.config;

import dev.linger.candidates.FitContext;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.SideTables;
import dev.linger.data.config.Alternatives;
import dev.linger.data.config.Key;
import dev.linger.data.store.ModelReader;
import java.util.List;

/**
 * One of several orders that are the same for all users, for {@code candidates.fallback} alone: a run puts the one in its
 * place that does best on the validation window. By itself it is the first.
 */
public record AutoFallback(
        @Key(
                        value = "the orders, each the same for all users; of equally good ones the first is taken",
                        byDefault = "[{\"type\": \"recent-liked\", \"settings\": ["
                                + "{\"halfLifeDays\": 1.0}, {\"halfLifeDays\": 7.0}, {\"halfLifeDays\": 30.0}]},"
                                + " \"popularity\", \"rate-popularity\"]",
                        because =
                                "by NDCG@10, the mean of the relevance rules, of users without a play before the validation"
                                        + " window where 50 of them have a relevant one in it, else of all users")
                List<Alternatives<SourceConfig>> among)
        implements SourceConfig {
    public AutoFallback {
        among = List.copyOf(among);
        if (among.isEmpty()) {
            throw new IllegalArgumentException("among must name at least one order");
        }
        for (Alternatives<SourceConfig> order : among) {
            if (!order.settings().get(0).isSameForAll() || order.settings().get(0) instanceof AutoFallback) {
                throw new IllegalArgumentException(
                        "among must name orders that are the same for all users, as popularity is," + " but there is "
                                + CandidatesConfig.nameOf(order));
            }
        }
    }

    @Override
    public ItemScorer fit(FitContext context) {
        return first().fit(context);
    }

    @Override
    public ItemScorer read(ModelReader from, SideTables tables) {
        return first().read(from, tables);
    }

    @Override
    public boolean isSameForAll() {
        return true;
    }

    private SourceConfig first() {
        return among.get(0).settings().get(0);
    }
}
