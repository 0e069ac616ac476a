package dev.linger.data.source;

import dev.linger.data.Dataset;
import java.util.List;

/** A data set and what was found in its files. */
public record LoadedData(Dataset dataset, DataReport report) {
    /** The same, said to lack what was not read. */
    public LoadedData without(List<String> unread) {
        return new LoadedData(dataset, report.without(unread));
    }
}
