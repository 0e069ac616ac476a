/**
 * The last stage of the request path: a scored list in the order that is shown. In: a list, best first. Out: the same items
 * in another order.
 */
@NullMarked
package dev.linger.recommender.order;

import org.jspecify.annotations.NullMarked;
