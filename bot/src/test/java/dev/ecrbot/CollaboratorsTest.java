package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.problem.Code;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whoever is handed a collaborator is handed six things at most: constructors, those of records and private ones among them, and
 * methods, static factories among them. What is handed nothing but values may take more of them, since a row of a table or a
 * section of the configuration has as many as it has.
 *
 * <p>A value is equal to another one with the same content: a primitive, an enum, a class that says when it is equal to another
 * one, a record of values, a sealed interface of values, and a collection of values. Anything else is a collaborator, a clock
 * among them, and so is a record that holds one.
 */
// What is planted here is looked at and never called.
@SuppressWarnings({"unused", "UnusedMethod", "UnusedVariable", "UnusedNestedClass", "ArrayRecordComponent"})
final class CollaboratorsTest {
    private static final int MOST = 6;

    @Test
    void nobodyIsHandedMoreThanSixThings() throws Exception {
        List<Class<?>> types = ofTheBot();
        assertThat(types).hasSizeGreaterThan(1_000);
        assertThat(types.stream().flatMap(CollaboratorsTest::crowded)).isEmpty();
    }

    @Test
    void eachKindOfCrowdIsFound() {
        assertThat(Stream.of(Constructor.class, Holder.class, Factory.class, Port.class)
                        .map(type -> crowded(type).toList()))
                .allSatisfy(found -> assertThat(found).hasSize(1));
    }

    @Test
    void whatHasOnlyValuesMayHaveManyAndSixOfAnythingAreNoCrowd() {
        assertThat(Stream.of(Row.class, Six.class).flatMap(CollaboratorsTest::crowded))
                .isEmpty();
    }

    private static List<Class<?>> ofTheBot() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .<Class<?>>map(name -> loaded(
                            name.substring(0, name.length() - ".class".length()).replace(File.separatorChar, '.')))
                    .toList();
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, Main.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> crowded(Class<?> type) {
        return Stream.<Executable>concat(
                        Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                // What the compiler makes, such as lambdas, is handed what it captures.
                .filter(made -> !made.isSynthetic() && !type.isAnonymousClass() && !type.isLocalClass())
                .filter(made -> made.getParameterCount() > MOST)
                .filter(made -> !areValues(made.getGenericParameterTypes(), new HashSet<>()))
                .map(Executable::toGenericString);
    }

    private static boolean areValues(Type[] types, Set<Type> seen) {
        return Arrays.stream(types).allMatch(type -> isValue(type, seen));
    }

    private static boolean isValue(Type type, Set<Type> seen) {
        // What holds others of its own kind is a value if the rest of it is.
        if (!seen.add(type) || type instanceof TypeVariable<?>) {
            return true;
        }
        if (type instanceof ParameterizedType generic) {
            return isValue(generic.getRawType(), seen) && areValues(generic.getActualTypeArguments(), seen);
        }
        if (type instanceof WildcardType wildcard) {
            return areValues(wildcard.getUpperBounds(), seen);
        }
        if (type instanceof GenericArrayType array) {
            return isValue(array.getGenericComponentType(), seen);
        }
        return isValue((Class<?>) type, seen);
    }

    private static boolean isValue(Class<?> type, Set<Type> seen) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .allMatch(part -> isValue(part, seen));
        }
        if (type.isSealed() && !type.isEnum()) {
            return areValues(type.getPermittedSubclasses(), seen);
        }
        return type.isPrimitive()
                || type.isEnum()
                || (type.isArray() && isValue(type.getComponentType(), seen))
                || Collection.class.isAssignableFrom(type)
                || (type != Clock.class && saysWhatItIsEqualTo(type));
    }

    private static boolean saysWhatItIsEqualTo(Class<?> type) {
        // What it inherits counts, but for what every object has: in some JDKs ZoneId is sealed, and its kinds inherit.
        return Stream.<Class<?>>iterate(type, each -> each != null && each != Object.class, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
                .anyMatch(method -> method.getName().equals("equals") && method.getParameterCount() == 1);
    }

    private static final class Constructor {
        Constructor(int one, int two, int three, int four, int five, int six, Clock clock) {}
    }

    private record Holder(int one, int two, int three, int four, int five, int six, Optional<Six> others) {}

    private static final class Factory {
        static Factory of(int one, int two, int three, int four, int five, int six, Supplier<String> text) {
            return new Factory();
        }
    }

    private interface Port {
        void bring(String one, String two, String three, String four, String five, String six, Consumer<Code> to);
    }

    private sealed interface Choice {
        record This(String text) implements Choice {}

        record That(List<Choice> others) implements Choice {}
    }

    private record Row(
            String text,
            Optional<Instant> at,
            SortedSet<String> some,
            List<Choice> choices,
            Duration time,
            Code code,
            byte[] bytes,
            long number) {}

    private record Six(Clock one, Clock two, Clock three, Clock four, Clock five, Clock six) {}
}
