/**
 * HTTP: routes, limits, keys, errors, a queue that refuses in time. In: bytes of strangers. Out: checked calls, and replies. The
 * server is Eclipse Jetty 12.
 */
@NullMarked
package dev.linger.serving.http;

import org.jspecify.annotations.NullMarked;
