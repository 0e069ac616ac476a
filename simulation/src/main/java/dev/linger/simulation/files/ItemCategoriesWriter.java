package dev.linger.simulation.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.linger.simulation.world.Catalogue;
import java.io.IOException;
import java.nio.file.Path;

/** Writes item_categories.csv: the tags of each video. */
public final class ItemCategoriesWriter {
    private final Catalogue catalogue;

    public ItemCategoriesWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public void write(Path directory) throws IOException {
        try (CsvWriter writer = KuaiRecFile.ITEM_CATEGORIES.create(directory)) {
            for (int video = 0; video < catalogue.size(); video++) {
                writer.writeRecord(Integer.toString(video), KuaiRecFile.listText(catalogue.tags(video)));
            }
        }
    }
}
