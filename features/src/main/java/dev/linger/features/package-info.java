/** features. */
@NullMarked
package dev.linger.features;

import org.jspecify.annotations.NullMarked;
