/**
 * Asks a fitted recommender on the command line.
 *
 * <p>In: a model's folder and users. Out: their lists, with the way of each video through the stages and the reasons for it, as
 * text, as JSON, or as one file for all users.
 */
@NullMarked
package dev.linger.pipeline.recommend;

import org.jspecify.annotations.NullMarked;
