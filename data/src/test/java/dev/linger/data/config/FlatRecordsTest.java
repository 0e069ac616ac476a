package dev.linger.data.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.linger.data.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlatRecordsTest {
    private static final TypeRegistry TYPES = TypeRegistry.of(List.of(registration -> {
        registration.add(Shape.class, "circle", Circle.class);
        registration.add(Shape.class, "point", Point.class);
    }));

    interface Shape {}

    enum Paint {
        NONE,
        LIGHT_BLUE
    }

    record Circle(double radius) implements Shape {
        Circle {
            if (!(radius > 0)) {
                throw new IllegalArgumentException("radius must be > 0 but was " + radius);
            }
        }
    }

    record Point() implements Shape {}

    record Drawing(
            String title,
            long seed,
            boolean framed,
            Optional<Paint> paint,
            List<Shape> shapes,
            Map<String, String> extra,
            Alternatives<Shape> pen) {}

    private static final Drawing DRAWING = new Drawing(
            "two\nlines \"quoted\" = \\ \u00e9",
            -7,
            true,
            Optional.of(Paint.LIGHT_BLUE),
            List.of(new Circle(0.1), new Point()),
            Map.of("a.b=c", "x,\"y", "plain", ""),
            new Alternatives<>(Optional.of("pens"), List.of(new Circle(1e-300), new Circle(2))));

    private static final List<String> LINES = List.of(
            "title=\"two\\u000alines \\u0022quoted\\u0022 = \\u005c \\u00e9\"",
            "seed=-7",
            "framed=true",
            "paint=light-blue",
            "shapes.size=2",
            "shapes.0.type=circle",
            "shapes.0.radius=0.1",
            "shapes.1.type=point",
            "extra=\"a.b=c\",\"plain\"",
            "extra.a\\u002eb\\u003dc=\"x,\\u0022y\"",
            "extra.plain=\"\"",
            "pen.name=\"pens\"",
            "pen.settings.size=2",
            "pen.settings.0.type=circle",
            "pen.settings.0.radius=1.0E-300",
            "pen.settings.1.type=circle",
            "pen.settings.1.radius=2.0");

    @Test
    void a_record_is_one_line_for_each_value() {
        assertEquals(LINES, FlatRecords.write(Drawing.class, DRAWING, TYPES));
    }

    @Test
    void the_lines_give_the_record_again() {
        assertEquals(DRAWING, FlatRecords.read(Drawing.class, LINES, TYPES));
        Drawing bare = new Drawing("", 0, false, Optional.empty(), List.of(), Map.of(), Alternatives.only(new Point()));
        assertEquals(bare, FlatRecords.read(Drawing.class, FlatRecords.write(Drawing.class, bare, TYPES), TYPES));
        Shape shape = new Circle(3);
        assertEquals(shape, FlatRecords.read(Shape.class, FlatRecords.write(Shape.class, shape, TYPES), TYPES));
    }

    @Test
    void an_empty_optional_is_no_constant_of_its_name() {
        record Painted(Optional<Paint> paint) {}
        Painted none = new Painted(Optional.of(Paint.NONE));
        assertEquals(List.of("paint=none"), FlatRecords.write(Painted.class, none, TYPES));
        assertEquals(none, FlatRecords.read(Painted.class, List.of("paint=none"), TYPES));
        assertEquals(new Painted(Optional.empty()), FlatRecords.read(Painted.class, List.of("paint=(none)"), TYPES));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            seed=-7              | ``                   | seed is missing
            seed=-7              | seed                 | must be path=value but is seed
            seed=-7              | seed=-7.0            | seed must be a whole number but is -7.0
            seed=-7              | seed=-07             | seed must be a whole number but is -07
            framed=true          | framed=yes           | framed must be true or false but is yes
            framed=true          | seed=-7              | seed is given twice
            framed=true          | frame=true           | framed is missing
            paint=light-blue     | paint=LIGHT_BLUE     | paint must be one of none, light-blue but is LIGHT_BLUE
            shapes.size=2        | shapes.size=3        | shapes.2.type is missing
            shapes.size=2        | shapes.size=-1       | shapes.size must be >= 0 but is -1
            shapes.0.type=circle | shapes.0.type=square | shapes.0.type must be one of circle, point but is square
            shapes.0.radius=0.1  | shapes.0.radius=-1.0 | shapes.0: radius must be > 0 but was -1.0
            shapes.0.radius=0.1  | shapes.0.radius=0x1p3 | shapes.0.radius must be a number but is 0x1p3
            extra.plain=""       | extra.plain=text     | extra.plain must be text in double quotes but is text
            extra.plain=""       | extra.plain="\\n"    | extra.plain must be text in double quotes but is \\n
            """)
    void a_changed_line_is_named(String good, String bad, String message) {
        List<String> lines = new ArrayList<>(LINES);
        int at = lines.indexOf(good);
        lines.remove(at);
        if (!bad.isEmpty()) {
            lines.add(at, bad);
        }
        assertEquals(
                message,
                assertThrows(InputException.class, () -> FlatRecords.read(Drawing.class, lines, TYPES))
                        .getMessage());
    }

    @Test
    void a_line_that_nothing_asks_for_is_named() {
        List<String> lines = new ArrayList<>(LINES);
        lines.add("shapes.2.type=point");
        assertEquals(
                "unknown: shapes.2.type; written by another version, or changed",
                assertThrows(InputException.class, () -> FlatRecords.read(Drawing.class, lines, TYPES))
                        .getMessage());
    }
}
