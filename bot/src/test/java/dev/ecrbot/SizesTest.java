package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Keeps files, packages and methods small enough to be read at once. */
final class SizesTest {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final int FILE = 250;
    private static final int MEDIAN = 80;
    private static final int METHOD = 40;
    private static final int PACKAGE = 40;

    @Test
    void noFileIsLong() throws IOException {
        assertThat(larger(linesByFile(), FILE))
                .as("files of more than %d lines", FILE)
                .isEmpty();
    }

    @Test
    void mostFilesAreShort() throws IOException {
        List<Long> sorted = linesByFile().values().stream().sorted().toList();
        assertThat(sorted.get(sorted.size() / 2)).as("median of lines").isLessThanOrEqualTo(MEDIAN);
    }

    @Test
    void noPackageIsCrowded() throws IOException {
        Map<Path, Long> files =
                sources().stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(larger(files, PACKAGE))
                .as("packages of more than %d files", PACKAGE)
                .isEmpty();
    }

    @Test
    void noMethodIsLong() throws IOException {
        Map<String, Long> methods = linesByMethod();
        assertThat(methods).hasSizeGreaterThan(1_000);
        assertThat(larger(methods, METHOD))
                .as("methods of more than %d lines", METHOD)
                .isEmpty();
    }

    private static <T> Map<T, Long> larger(Map<T, Long> sizes, int limit) {
        var larger = new HashMap<>(sizes);
        larger.values().removeIf(size -> size <= limit);
        return larger;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Map<Path, Long> linesByFile() throws IOException {
        var lines = new HashMap<Path, Long>();
        for (Path file : sources()) {
            lines.put(file, (long) Files.readAllLines(file).size());
        }
        return lines;
    }

    private static Map<String, Long> linesByMethod() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            var lines = new HashMap<String, Long>();
            for (CompilationUnitTree unit : task.parse()) {
                for (MethodTree method : methods(unit)) {
                    LineMap map = unit.getLineMap();
                    long first = map.getLineNumber(positions.getStartPosition(unit, method));
                    long last = map.getLineNumber(positions.getEndPosition(unit, method));
                    Path file = Path.of(unit.getSourceFile().toUri()).getFileName();
                    lines.put(file + ", line " + first + ", " + method.getName(), last - first + 1);
                }
            }
            return lines;
        }
    }

    private static List<MethodTree> methods(CompilationUnitTree unit) {
        var methods = new ArrayList<MethodTree>();
        unit.accept(new MethodScanner(), methods);
        return methods;
    }

    private static final class MethodScanner extends TreeScanner<Void, List<MethodTree>> {
        @Override
        public Void visitMethod(MethodTree method, List<MethodTree> found) {
            found.add(method);
            return super.visitMethod(method, found);
        }
    }
}
