package dev.linger.data.plays;

import dev.linger.data.source.DataSource;
import dev.linger.data.source.DataSourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PlaysContractTest extends DataSourceContract {
    @Override
    protected DataSource source() {
        return PlaysSourceTest.source(log(), PlaysSourceTest.FOUND, PlaysSourceTest.AUTO);
    }

    @Override
    protected void write(Path directory) throws IOException {
        StringBuilder text = new StringBuilder("user_id;item_id;play;duration;time\n");
        for (int row = 0; row < 300; row++) {
            text.append(row % 17)
                    .append(';')
                    .append(row % 23)
                    .append(";5000;10000;")
                    .append(1_600_000_000 + 600 * row)
                    .append('\n');
        }
        text.append("1;2;5000;0;1600000000\n");
        Files.writeString(directory.resolve(log()), text);
    }

    @Override
    protected String log() {
        return "plays.csv";
    }
}
