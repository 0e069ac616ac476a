package dev.linger.data.layouts;

import dev.linger.data.config.ConfigTypes;
import dev.linger.data.kuairand.KuaiRandSource;
import dev.linger.data.kuairec.KuaiRecSource;
import dev.linger.data.plays.PlaysSource;
import dev.linger.data.source.DataSource;

/** The layouts that Linger itself reads. */
public final class BuiltInDataSources implements ConfigTypes {
    static final String KUAIREC = "kuairec";
    static final String KUAIRAND = "kuairand";
    static final String PLAYS = "plays";

    @Override
    public void addTo(Registration registration) {
        registration.add(DataSource.class, KUAIREC, KuaiRecSource.class);
        registration.add(DataSource.class, KUAIRAND, KuaiRandSource.class);
        registration.add(DataSource.class, PLAYS, PlaysSource.class);
    }
}
