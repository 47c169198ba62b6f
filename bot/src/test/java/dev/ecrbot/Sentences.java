package dev.ecrbot;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * The texts in a source file that read like a part of a sentence: two words with a blank between them. What is thrown or logged is told to
 * nobody but whoever looks after the bot, and expressions, SQL and annotations are no texts.
 */
final class Sentences extends TreeScanner<Void, List<String>> {
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,}[,.;:”’)]? \\p{Ll}{2,}");
    private static final Pattern NO_TEXTS = Pattern.compile(
            "LOG\\.\\w+|super|Pattern\\.compile|\\w+\\.replaceAll|\\w+\\.matches|Malformed\\.\\w+|text\\.has(Any)?|statements\\.runOnOne");

    /** Capitals that stand in SQL, and in nothing that people are told. */
    private static final Pattern SQL =
            Pattern.compile("\\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|AND|ORDER BY|ROWS|SET|IS NULL)\\b");

    /** Such carry words to somebody. */
    private static final Pattern TOLD = Pattern.compile("\\b(ProblemException|BadInput|bad|ParameterException)\\b");

    private Sentences() {}

    /** Returns the texts, each with the name of its file before it. */
    static List<String> in(Iterable<? extends JavaFileObject> files) throws IOException {
        var task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, files);
        var found = new ArrayList<String>();
        for (CompilationUnitTree unit : task.parse()) {
            var texts = new ArrayList<String>();
            unit.accept(new Sentences(), texts);
            String name = unit.getSourceFile().getName().replaceFirst(".*/", "");
            texts.forEach(text -> found.add(name + ": " + text));
        }
        return found;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, List<String> found) {
        if (literal.getValue() instanceof String text
                && SENTENCE.matcher(text).find()
                && !SQL.matcher(text).find()) {
            found.add(text);
        }
        return super.visitLiteral(literal, found);
    }

    @Override
    public Void visitThrow(ThrowTree thrown, List<String> found) {
        return TOLD.matcher(thrown.toString()).find() ? super.visitThrow(thrown, found) : null;
    }

    @Override
    public Void visitNewClass(NewClassTree made, List<String> found) {
        return isException(made) ? null : super.visitNewClass(made, found);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, List<String> found) {
        return NO_TEXTS.matcher(call.getMethodSelect().toString()).matches()
                ? null
                : super.visitMethodInvocation(call, found);
    }

    @Override
    public Void visitAnnotation(AnnotationTree annotation, List<String> found) {
        return null;
    }

    private static boolean isException(NewClassTree made) {
        String type = made.getIdentifier().toString();
        return type.endsWith("Exception") && !TOLD.matcher(type).find();
    }
}
