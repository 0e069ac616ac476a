package dev.linger.data.synthetic;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;

/** Writes item_categories.csv: the tags of each video. */
final class ItemCategoriesWriter {
    private final Catalogue catalogue;

    ItemCategoriesWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void write(Path directory) throws IOException {
        try (CsvWriter writer = KuaiRecFile.ITEM_CATEGORIES.create(directory)) {
            for (int video = 0; video < catalogue.size(); video++) {
                writer.writeRecord(Integer.toString(video), KuaiRecFile.listText(catalogue.tags(video)));
            }
        }
    }
}
