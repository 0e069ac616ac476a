package dev.linger.spark.rank;

import dev.linger.pipeline.config.LingerConfig;
import dev.linger.ranker.blend.Reranker;
import dev.linger.spark.plan.SentConfig;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A trained ranker on its way to other machines; read once a machine. */
public final class SentRanker implements Serializable {
    private static final long serialVersionUID = 1;

    private final SentConfig config;
    private final Parcel files;

    @SuppressWarnings("serial")
    private transient @Nullable Reranker read;

    private SentRanker(SentConfig config, Parcel files) {
        this.config = config;
        this.files = files;
    }

    /** @param config with the ranker as it was trained */
    static SentRanker of(Reranker reranker, LingerConfig config) {
        return new SentRanker(SentConfig.of(config), Parcel.of(reranker::write));
    }

    synchronized Reranker reranker() {
        if (read == null) {
            read = files.read(from -> Reranker.read(config.value().ranker(), from));
        }
        return read;
    }
}
