/** What a server can be asked. In: checked calls. Out: lists, what became of plays, models that change, a page. */
@NullMarked
package dev.linger.serving.api;

import org.jspecify.annotations.NullMarked;
