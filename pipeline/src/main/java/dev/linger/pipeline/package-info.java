/** pipeline. */
@NullMarked
package dev.linger.pipeline;

import org.jspecify.annotations.NullMarked;
