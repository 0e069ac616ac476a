package dev.linger.data.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One key of a configuration block: stands at the component of the record that the key fills. The reference of all keys, the
 * resolved configuration and its explanation are made from it, so it is written once.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Key {
    /** What the value is, with its unit and legal range, as one phrase without a full stop. */
    String value();

    /** The default as JSON, {@code "63"}, {@code "\"sum\""}, {@code "[]"}; empty for a key that must be given. */
    String byDefault() default "";

    /** Why this default, or what other values bring, as one phrase; may be empty. */
    String because() default "";
}
