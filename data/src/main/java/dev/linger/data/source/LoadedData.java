package dev.linger.data.source;

import dev.linger.data.Dataset;

/** A data set and what was found in its files. */
public record LoadedData(Dataset dataset, DataReport report) {}
