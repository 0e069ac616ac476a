/**
 * Models that serve. In: folders of models, the plays of a store. Out: which model answers a user, models that change without
 * a dropped request, and answers.
 */
@NullMarked
package dev.linger.serving.models;

import org.jspecify.annotations.NullMarked;
