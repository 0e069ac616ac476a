/** The list of the layouts that Linger itself reads. */
@NullMarked
package dev.linger.data.layouts;

import org.jspecify.annotations.NullMarked;
