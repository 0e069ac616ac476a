/** candidates. */
@NullMarked
package dev.linger.candidates;

import org.jspecify.annotations.NullMarked;
