/**
 * What is carried out on a cluster, and how its machines are told.
 *
 * <p>In: a configuration. Out: the {@link dev.linger.spark.plan.SparkPlan} of it, or one message with every key that asks for
 * what cannot be done there; the configuration as text that travels ({@link dev.linger.spark.plan.SentConfig}).
 */
@NullMarked
package dev.linger.spark.plan;

import org.jspecify.annotations.NullMarked;
