package dev.linger.pipeline.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.linger.data.NearestName;
import dev.linger.data.plays.PlaysSource;
import dev.linger.data.plays.PlaysSource.Unit;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code --map} and {@code --unit} say of a table of plays, as settings; all that makes no sense is told at once. */
final class TableOptions {
    private static final String COLUMNS = "data.columns.";
    private static final String UNITS = "data.units.";
    private static final String FLAGS = "flags";
    private static final List<String> OF_COLUMNS = names(PlaysSource.Columns.class);
    private static final List<String> OF_UNITS = names(PlaysSource.Units.class);

    private TableOptions() {}

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** Settings of the columns; the flags of all options are one list. */
    static List<String> columns(List<String> maps, List<String> problems) {
        List<String> settings = new ArrayList<>();
        Set<String> flags = new LinkedHashSet<>();
        for (String map : maps) {
            String what = what("--map", map, OF_COLUMNS, problems);
            String column = map.substring(map.indexOf('=') + 1);
            if (what.equals(FLAGS) && !column.startsWith("[")) {
                flags.addAll(List.of(column.split(",", -1)));
            } else if (!what.isEmpty()) {
                settings.add(COLUMNS + what + "=" + column);
            }
        }
        if (!flags.isEmpty()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            flags.forEach(list::add);
            settings.add(COLUMNS + FLAGS + "=" + list);
        }
        return settings;
    }

    /** Settings of the units. */
    static List<String> units(List<String> units, List<String> problems) {
        List<String> settings = new ArrayList<>();
        for (String unit : units) {
            String what = what("--unit", unit, OF_UNITS, problems);
            String value = unit.substring(unit.indexOf('=') + 1);
            if (!what.isEmpty() && !allowed(what).contains(value)) {
                problems.add("--unit " + unit + ": the " + what + " can be in " + String.join(", ", allowed(what)));
            } else if (!what.isEmpty()) {
                settings.add(UNITS + what + "=" + value);
            }
        }
        return settings;
    }

    /** Dates are times alone. */
    private static List<String> allowed(String what) {
        return Stream.of(Unit.values())
                .filter(unit -> unit != Unit.ISO || what.equals("time"))
                .map(unit -> unit.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What an option is of; "" where it is of nothing, which is a problem. */
    private static String what(String option, String given, List<String> names, List<String> problems) {
        int equals = given.indexOf('=');
        String what = given.substring(0, Math.max(0, equals));
        if (names.contains(what)) {
            return what;
        }
        problems.add(option + " " + given + ": "
                + (equals < 0
                        ? "has no =; give it as " + option + " " + names.get(0) + "=..."
                        : "there is no " + what + " but " + String.join(", ", names) + NearestName.hint(what, names)));
        return "";
    }
}
