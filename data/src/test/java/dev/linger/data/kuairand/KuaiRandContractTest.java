package dev.linger.data.kuairand;

import dev.linger.data.source.DataSource;
import dev.linger.data.source.DataSourceContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class KuaiRandContractTest extends DataSourceContract {
    @Override
    protected DataSource source() {
        return KuaiRandFixture.source(KuaiRandSource.RandomLog.LEAVE_OUT);
    }

    @Override
    protected void write(Path directory) throws IOException {
        KuaiRandFixture.writeTables(directory);
        List<String> rows = List.of(
                KuaiRandFixture.row(7, 10, KuaiRandFixture.NOON, 5_000, 17_200),
                KuaiRandFixture.row(8, 20, KuaiRandFixture.NOON + 1, 9_000, 9_000),
                KuaiRandFixture.row(9, 20, KuaiRandFixture.NOON + 2, 9_000, 0));
        KuaiRandFixture.write(directory, log(), KuaiRandFixture.LOG_HEADER, rows);
        KuaiRandFixture.write(directory, KuaiRandFixture.RANDOM, KuaiRandFixture.LOG_HEADER, rows);
    }

    @Override
    protected String log() {
        return KuaiRandFixture.EARLY;
    }
}
