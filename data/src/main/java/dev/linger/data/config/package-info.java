/**
 * How configuration records describe themselves: the meaning and default of each key, and the names by which records are
 * chosen. In: records and the interfaces they implement. Out: what reading, explaining and documenting a configuration needs, and
 * {@link dev.linger.data.config.FlatRecords}, a form of records as plain lines.
 */
@NullMarked
package dev.linger.data.config;

import org.jspecify.annotations.NullMarked;
