/**
 * An answer in full: the list of a user, the way of each video through the stages, and why it is there. In: a recommender and
 * what it answered. Out: values with the ids of the data, to print or to send.
 */
@NullMarked
package dev.linger.recommender.answer;

import org.jspecify.annotations.NullMarked;
