/** ranker. */
@NullMarked
package dev.linger.ranker;

import org.jspecify.annotations.NullMarked;
