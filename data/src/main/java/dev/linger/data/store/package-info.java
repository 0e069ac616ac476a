/**
 * A fitted model as a folder: each part writes its columns and texts, and reads them back strictly; the digests of all
 * files are written last. In: fitted parts. Out: the same parts, in another process. {@link
 * dev.linger.data.store.DigestList} and {@link dev.linger.data.store.UnfinishedWork} serve all that is kept in files.
 */
@NullMarked
package dev.linger.data.store;

import org.jspecify.annotations.NullMarked;
