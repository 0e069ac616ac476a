package dev.linger.pipeline.evaluation;

import dev.linger.data.RankedList;
import java.util.List;

/**
 * What one source of candidates finds by itself, and what the others would find without it.
 *
 * @param name of the source
 * @param quota how many candidates it contributes
 * @param own its lists by itself, as long as the candidates may be
 * @param unionWithout the candidates of the same users merged from the other sources alone
 */
public record CandidateSource(String name, int quota, List<RankedList> own, List<RankedList> unionWithout) {
    public CandidateSource {
        own = List.copyOf(own);
        unionWithout = List.copyOf(unionWithout);
    }
}
