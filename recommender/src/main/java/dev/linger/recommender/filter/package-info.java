/**
 * Rules that leave items out of retrieval. In: attributes of users and videos. Out: whether an item may be recommended to a
 * user.
 */
@NullMarked
package dev.linger.recommender.filter;

import org.jspecify.annotations.NullMarked;
