package dev.ecrbot;

import dev.ecrbot.doctor.Examined;
import dev.ecrbot.doctor.SetUpWords;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What was looked at, a line each as soon as it is known, and what it all comes to. */
final class Checklist {
    private final Consumer<Examined> line;
    private final Consumer<String> last;
    private int fine;
    private int wrong;
    private int unchecked;

    private Checklist(Consumer<Examined> line, Consumer<String> last) {
        this.line = line;
        this.last = last;
    }

    /** Returns a list for people. */
    static Checklist text(OutputStream out) {
        var writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
        return new Checklist(each -> writer.println(each.outcome().visit(new Line(each))), writer::println);
    }

    /** Returns a list for machines. */
    static Checklist json(OutputStream out) {
        var rows = FleetPrinter.json(out);
        return new Checklist(each -> rows.row(each.outcome().visit(new Values(each))), words -> {});
    }

    void add(Examined examined) {
        line.accept(examined);
        examined.outcome().visit(new Count());
    }

    /** Tells what it comes to; returns the exit code, which is this one if something is wrong. */
    int end(int code) {
        last.accept("");
        last.accept(SetUpWords.sum(fine, wrong, unchecked));
        return wrong > 0 ? code : 0;
    }

    private final class Count implements Examined.Visitor<Integer> {
        @Override
        public Integer fine(Examined.Fine each) {
            return ++fine;
        }

        @Override
        public Integer wrong(Examined.Wrong each) {
            return ++wrong;
        }

        @Override
        public Integer unchecked(Examined.Unchecked each) {
            return ++unchecked;
        }
    }

    private record Line(Examined examined) implements Examined.Visitor<String> {
        private static final String NEXT = System.lineSeparator() + "             → ";

        private String line(String state, String what) {
            return state + examined.check() + " " + examined.subject() + ": " + what;
        }

        @Override
        public String fine(Examined.Fine fine) {
            return line(SetUpWords.fine(), fine.what());
        }

        @Override
        public String wrong(Examined.Wrong wrong) {
            return line(SetUpWords.wrong(), wrong.what()) + NEXT + wrong.mend();
        }

        @Override
        public String unchecked(Examined.Unchecked unchecked) {
            return line(SetUpWords.unchecked(), unchecked.why()) + NEXT + unchecked.how();
        }
    }

    private record Values(Examined examined) implements Examined.Visitor<Map<String, String>> {
        private Map<String, String> row(String state, String what, String next) {
            var row = new LinkedHashMap<String, String>();
            row.put("state", state);
            row.put("check", examined.check());
            row.put("subject", examined.subject());
            row.put("what", what);
            row.put("next", next);
            return row;
        }

        @Override
        public Map<String, String> fine(Examined.Fine fine) {
            return row("ok", fine.what(), "");
        }

        @Override
        public Map<String, String> wrong(Examined.Wrong wrong) {
            return row("wrong", wrong.what(), wrong.mend());
        }

        @Override
        public Map<String, String> unchecked(Examined.Unchecked unchecked) {
            return row("unchecked", unchecked.why(), unchecked.how());
        }
    }
}
