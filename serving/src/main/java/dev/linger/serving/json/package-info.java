/** JSON of answers, and JSON of strangers, read strictly. In: answers, bytes. Out: trees, and mistakes with their place. */
@NullMarked
package dev.linger.serving.json;

import org.jspecify.annotations.NullMarked;
