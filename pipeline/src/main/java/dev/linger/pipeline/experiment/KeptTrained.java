package dev.linger.pipeline.experiment;

import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.pipeline.cache.Kept;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.Trained;
import java.io.IOException;

/**
 * How a trained ranker is kept.
 *
 * @param config by which it was trained, which reads it again
 */
record KeptTrained(RankerConfig config) implements Kept<Trained> {
    private static final String FITTED = "fitted";
    private static final String REFITTED = "refitted";

    @Override
    public void write(Trained value, ModelWriter to) throws IOException {
        value.fitted().write(to.part(FITTED));
        if (value.refitted() != value.fitted()) {
            value.refitted().write(to.part(REFITTED));
        }
    }

    @Override
    public Trained read(ModelReader from) {
        Ranker fitted = config.read(from.part(FITTED));
        return from.hasPart(REFITTED) ? new Trained(fitted, config.read(from.part(REFITTED))) : Trained.once(fitted);
    }
}
