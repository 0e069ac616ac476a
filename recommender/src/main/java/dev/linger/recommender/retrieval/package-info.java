/**
 * The first half of the request path: retrieve and filter. In: fitted sources and what may be recommended. Out: candidate
 * lists with what the sources say of each item.
 */
@NullMarked
package dev.linger.recommender.retrieval;

import org.jspecify.annotations.NullMarked;
