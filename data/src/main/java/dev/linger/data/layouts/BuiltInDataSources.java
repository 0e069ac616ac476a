package dev.linger.data.layouts;

import dev.linger.data.config.ConfigTypes;
import dev.linger.data.kuairec.KuaiRecSource;
import dev.linger.data.plays.PlaysSource;
import dev.linger.data.source.DataSource;

/** The layouts that Linger itself reads. */
public final class BuiltInDataSources implements ConfigTypes {
    @Override
    public void addTo(Registration registration) {
        registration.add(DataSource.class, "kuairec", KuaiRecSource.class);
        registration.add(DataSource.class, "plays", PlaysSource.class);
    }
}
