package dev.linger.pipeline.retrieval;

import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.RetrievalColumns;
import dev.linger.recommender.retrieval.Retriever;
import java.util.List;

/**
 * A retriever and the instant before which all of it was fitted.
 *
 * @param retriever what finds candidates
 * @param cutMillis the instant, in milliseconds since 1970-01-01 UTC
 * @param asOfDay its local day, in days since 1970-01-01
 */
public record DatedRetriever(Retriever retriever, long cutMillis, int asOfDay) {
    /** The same with some of its sources, by name. */
    DatedRetriever only(List<String> names) {
        List<FittedSource> kept = retriever.sources().stream()
                .filter(source -> names.contains(source.name()))
                .toList();
        return new DatedRetriever(
                new Retriever(kept, retriever.fallback(), retriever.eligibility()), cutMillis, asOfDay);
    }

    /** What the ranker is told of a candidate. */
    public RetrievalColumns columns() {
        return retriever.columns();
    }
}
