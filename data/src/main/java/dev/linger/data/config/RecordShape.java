package dev.linger.data.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The keys of a record, their values, and how it is made of them. Immutable. */
public final class RecordShape {
    private final Class<?> record;
    private final List<Component> components;

    private RecordShape(Class<?> record, List<Component> components) {
        this.record = record;
        this.components = components;
    }

    /**
     * One key.
     *
     * @param name of the component and of the key
     * @param type with its type arguments
     * @param key what the record says of it, where it says something
     */
    public record Component(String name, Type type, Optional<Key> key) {
        /** What the value means; empty where the record does not say. */
        public String meaning() {
            return key.map(Key::value).orElse("");
        }

        /** The default as JSON; empty where the key must be given. */
        public Optional<String> byDefault() {
            return key.map(Key::byDefault).filter(json -> !json.isEmpty());
        }
    }

    /** The shape of a record class; a component named {@code type} is refused, as that key chooses the record. */
    public static RecordShape of(Class<?> record) {
        RecordShape shape = new RecordShape(
                record,
                Arrays.stream(record.getRecordComponents())
                        .map(component -> new Component(
                                component.getName(),
                                component.getGenericType(),
                                Optional.ofNullable(component.getAnnotation(Key.class))))
                        .toList());
        shape.refuse(List.of(TypeRegistry.KEY), "the choice of a record");
        return shape;
    }

    /** In the order of the record. */
    public List<Component> components() {
        return components;
    }

    /** Names of the components, in their order. */
    public List<String> names() {
        return components.stream().map(Component::name).toList();
    }

    /** The component of a name, where there is one. */
    public Optional<Component> component(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst();
    }

    void refuse(List<String> reserved, String reason) {
        for (String name : names()) {
            if (reserved.contains(name)) {
                throw new IllegalArgumentException(
                        record.getName() + " has a component named " + name + ", a key that is kept for " + reason);
            }
        }
    }

    /** The value of a component of a record of this class. */
    public Object get(Object of, String component) {
        try {
            RecordComponent wanted = Arrays.stream(record.getRecordComponents())
                    .filter(each -> each.getName().equals(component))
                    .findFirst()
                    .orElseThrow();
            wanted.getAccessor().setAccessible(true);
            return wanted.getAccessor().invoke(of);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("cannot read " + component + " of " + record.getName(), impossible);
        }
    }

    /**
     * The record with these values, one for each component.
     *
     * @throws RuntimeException what the constructor throws, an IllegalArgumentException where it refuses a value
     */
    public Object make(List<Object> values) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = record.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(values.toArray());
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("constructor of " + record.getName() + " failed", thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("record " + record.getName() + " cannot be made", impossible);
        }
    }
}
