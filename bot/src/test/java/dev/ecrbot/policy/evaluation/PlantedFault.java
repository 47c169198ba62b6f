package dev.ecrbot.policy.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One line of the program made wrong, in memory: its file is compiled with the wrong line, and whatever is loaded through it
 * meets that one.
 *
 * @param kind the first word of what is wrong
 */
public record PlantedFault(String kind, String what, String file, String right, String wrong) {
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "ecrbot");
    private static final String OURS = "dev.ecrbot.";
    private static final int LINES = 4;

    /** Reads the faults beside this class: blank lines stand between them, and the first block is none. */
    public static List<PlantedFault> all(Class<?> beside) {
        try (InputStream in = beside.getResourceAsStream("planted-faults.txt")) {
            var faults = new ArrayList<PlantedFault>();
            String[] blocks = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n\n");
            for (int place = 1; place < blocks.length; place++) {
                List<String> lines = blocks[place].strip().lines().toList();
                assertThat(lines).hasSize(LINES);
                String what = lines.get(0);
                faults.add(new PlantedFault(
                        what.substring(0, what.indexOf(':')), what, lines.get(1), lines.get(2), lines.get(3)));
            }
            return faults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return what;
    }

    /** Returns a test's class as it is where the fault is in the program. */
    public LongConsumer in(Class<? extends LongConsumer> test) {
        return loaded(test, compiled());
    }

    /** Returns a test's class loaded in the same way, and with no fault. */
    public static LongConsumer sound(Class<? extends LongConsumer> test) {
        return loaded(test, Map.of());
    }

    private static LongConsumer loaded(Class<? extends LongConsumer> test, Map<String, byte[]> changed) {
        try {
            var constructor = new Overlay(changed).loadClass(test.getName()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return (LongConsumer) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a planted fault broke what it was tried on", e);
        }
    }

    private Map<String, byte[]> compiled() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        var errors = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                var made = new InMemory(files)) {
            boolean fine = compiler.getTask(
                            errors,
                            made,
                            null,
                            List.of("-proc:none", "-implicit:none", "-nowarn"),
                            null,
                            List.of(source()))
                    .call();
            assertThat(fine).as("%s: %s", what, errors).isTrue();
            return made.classes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file that has the line; exactly once, or else nobody would know where the fault is. */
    public Path place() {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            Path path = all.filter(one -> one.endsWith(file) && lines(one).contains(right))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the line of “" + what + "” in " + file));
            assertThat(lines(path).stream().filter(right::equals))
                    .as("the line of “%s” in %s", what, file)
                    .hasSize(1);
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JavaFileObject source() throws IOException {
        Path path = place();
        List<String> lines = Files.readAllLines(path);
        String text = String.join(
                "\n",
                lines.stream()
                        .map(line -> line.strip().equals(right) ? wrong : line)
                        .toList());
        return new SimpleJavaFileObject(path.toUri(), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignored) {
                return text;
            }
        };
    }

    private static List<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what the compiler writes. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(name, n -> new ByteArrayOutputStream());
                }
            };
        }

        Map<String, byte[]> classes() {
            var classes = new HashMap<String, byte[]>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }

    /** Loads the program and its tests once more, with some classes changed. */
    private static final class Overlay extends ClassLoader {
        private final Map<String, byte[]> changed;

        Overlay(Map<String, byte[]> changed) {
            super(PlantedFault.class.getClassLoader());
            this.changed = changed;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return name.startsWith(OURS) ? defined(name) : super.loadClass(name, resolve);
            }
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            byte[] bytes = changed.get(name);
            if (bytes == null) {
                try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                    if (in == null) {
                        throw new ClassNotFoundException(name);
                    }
                    bytes = in.readAllBytes();
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
