/** What a server measures of itself. In: requests, answers, plays. Out: text for Prometheus. */
@NullMarked
package dev.linger.serving.metrics;

import org.jspecify.annotations.NullMarked;
