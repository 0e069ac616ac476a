package dev.linger.features.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.config.TypeRegistry;
import dev.linger.features.FeatureGroupConfig;
import dev.linger.features.history.UserSession;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BuiltInFeatureGroupsTest extends FeatureGroupContract {
    @Override
    Stream<FeatureGroupConfig> groups() {
        return Groups.all(3, 4).stream();
    }

    @Test
    void each_is_registered_under_the_name_that_it_gives_itself() {
        TypeRegistry registry = TypeRegistry.of(List.of(new BuiltInFeatureGroups()));
        assertEquals(
                Stream.concat(groups(), Stream.of(new UserSession.Config(30)))
                        .collect(Collectors.toMap(
                                FeatureGroupConfig::name, Object::getClass, (a, b) -> a, TreeMap::new)),
                registry.of(FeatureGroupConfig.class));
    }

    @Test
    void a_group_that_is_listed_twice_is_refused() {
        List<FeatureGroupConfig> twice = Stream.concat(
                        Groups.of(List.of("user-tag"), 1, 1).stream(), Groups.of(List.of("user-tag"), 2, 1).stream())
                .toList();
        assertEquals(
                "groups names a group twice: user-tag",
                assertThrows(IllegalArgumentException.class, () -> new FeaturesConfig(twice, List.of()))
                        .getMessage());
    }

    @Test
    void a_group_of_the_plays_just_before_needs_live_features() {
        assertEquals(
                "groups: session is made of the plays just before a row's instant; leave it out, or set freshness to"
                        + " \"live\"",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new FeaturesConfig(List.of(new UserSession.Config(30)), List.of()))
                        .getMessage());
    }

    @Test
    void keys_that_make_no_sense_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> Groups.all(-1, 4));
        assertThrows(IllegalArgumentException.class, () -> Groups.all(Double.NaN, 4));
        assertThrows(IllegalArgumentException.class, () -> Groups.all(1, 0));
    }
}
