package dev.ecrbot;

import dev.ecrbot.desk.answer.FleetReport;
import dev.ecrbot.desk.answer.SheetForm;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes rows of named values, in UTF-8. */
final class FleetPrinter implements FleetReport.Rows {
    /** How a row becomes a line. */
    private enum Form {
        TEXT,
        JSON,
        CSV
    }

    private final PrintWriter out;
    private final Form form;
    private boolean begun;

    private FleetPrinter(OutputStream out, Form form) {
        this.out = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
        this.form = form;
    }

    static FleetPrinter text(OutputStream out) {
        return new FleetPrinter(out, Form.TEXT);
    }

    static FleetPrinter json(OutputStream out) {
        return new FleetPrinter(out, Form.JSON);
    }

    static FleetPrinter csv(OutputStream out) {
        return new FleetPrinter(out, Form.CSV);
    }

    @Override
    public void row(Map<String, String> values) {
        switch (form) {
            case TEXT ->
                out.println(values.values().stream()
                        .filter(value -> !value.isEmpty())
                        .collect(Collectors.joining("  ")));
            case JSON -> out.println(SheetForm.JSON.line(values));
            case CSV -> {
                if (!begun) {
                    out.print(SheetForm.CSV.heading(values.keySet()));
                }
                out.println(SheetForm.CSV.line(values));
            }
        }
        begun = true;
    }

    @Override
    public void code(String code, Map<String, String> values) {
        out.print(form == Form.JSON ? SheetForm.JSON.line(values) + "\n" : code);
        out.flush();
    }
}
