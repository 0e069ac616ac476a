/**
 * Data sets kept as they were read, so that a second run on the same files need not read them again.
 *
 * <p>In: a directory, the {@link dev.linger.data.source.DataSource} that reads it, and a folder for the snapshots. Out: the same
 * {@link dev.linger.data.source.LoadedData} either way. {@link dev.linger.data.snapshot.Snapshots} begins.
 *
 * <p>A snapshot is one file of flat little-endian columns with a CRC-32C of its own, and its SHA-256 in a file beside it;
 * what it holds is checked as well, so that nothing is read that no source would give. Its key is the SHA-256 of the bytes
 * of every input file, the settings of the source, the rules of watching, the version of the time zones and that of the format: only equal bytes
 * prove equal content, so neither size nor time of a file counts.
 */
@NullMarked
package dev.linger.data.snapshot;

import org.jspecify.annotations.NullMarked;
