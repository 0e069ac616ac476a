package dev.linger.data.kuairec;

import dev.linger.data.source.DataSource;
import dev.linger.data.source.DataSourceContract;
import java.nio.file.Path;

class KuaiRecContractTest extends DataSourceContract {
    @Override
    protected DataSource source() {
        return KuaiRecSource.DEFAULTS;
    }

    @Override
    protected void write(Path directory) {
        KuaiRecFixture.withEveryFile(directory);
    }

    @Override
    protected String log() {
        return KuaiRecFixture.BIG_MATRIX;
    }
}
