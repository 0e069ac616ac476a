package dev.linger.serving.impressions;

import dev.linger.data.Id;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.filter.Blocks;
import java.util.Set;

/**
 * A list that a model made for a user.
 *
 * @param atMillis the instant at which it was asked for
 * @param request by which the answer is named
 * @param model name of the model
 * @param variant of the models beside each other
 * @param propensity how likely it was that this variant answers this user, in (0, 1]; how likely its list was is said of each
 *     place of one that was drawn
 * @param isServed whether the user got it; a shadow's list is only made
 * @param isDegraded whether it is in the order of retrieval for want of time
 * @param exclude videos that the request left out
 * @param blocks whose videos it left out
 * @param answer the list
 */
public record Impression(
        long atMillis,
        String request,
        String model,
        String variant,
        double propensity,
        boolean isServed,
        boolean isDegraded,
        Set<Id> exclude,
        Blocks blocks,
        UserAnswer answer) {}
