package dev.linger.pipeline.report.tables;

import java.util.Locale;

/** Ids of tables: what a table shows, under which protocol, by which relevance rule. */
public final class TableId {
    private TableId() {}

    /** The parts in kebab-case: "stages", "end-to-end" and "ratio >= 0.8" make "stages-end-to-end-ratio-ge-0-8". */
    public static String of(String... parts) {
        return String.join(" ", parts)
                .toLowerCase(Locale.ROOT)
                .replace(">=", "ge")
                .replace(">", "gt")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
