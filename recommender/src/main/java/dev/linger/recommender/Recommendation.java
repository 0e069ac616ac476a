package dev.linger.recommender;

import dev.linger.data.Id;

/**
 * One video for a user.
 *
 * @param itemId the video's id in the data
 * @param rank its place in the list, from 1
 * @param score by which it was ordered; comparable within one list only
 */
public record Recommendation(Id itemId, int rank, double score) {}
