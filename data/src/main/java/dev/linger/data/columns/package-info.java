/**
 * Numbers, texts and primitive columns in a file: little-endian, lengths before values, the CRC-32C of everything at the
 * end. In: a file channel. Out: the values as they were written. Snapshots of data sets and fitted models are made of it;
 * reading executes nothing.
 */
@NullMarked
package dev.linger.data.columns;

import org.jspecify.annotations.NullMarked;
