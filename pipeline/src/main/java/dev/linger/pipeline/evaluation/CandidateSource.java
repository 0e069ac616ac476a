package dev.linger.pipeline.evaluation;

/**
 * What one source of candidates finds by itself, and what the others would find without it.
 *
 * @param name of the source
 * @param quota how many candidates it contributes
 * @param own its lists by themselves, as long as the candidates may be
 * @param unionWithout the candidates merged from the other sources alone
 */
public record CandidateSource(String name, int quota, CandidateCeiling own, CandidateCeiling unionWithout) {}
