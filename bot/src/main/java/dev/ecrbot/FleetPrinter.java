package dev.ecrbot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ecrbot.desk.answer.FleetReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
            case JSON -> out.println(object(values));
            case CSV -> {
                if (!begun) {
                    out.println(String.join(",", values.keySet()));
                }
                out.println(values.values().stream().map(FleetPrinter::cell).collect(Collectors.joining(",")));
            }
        }
        begun = true;
    }

    @Override
    public void code(String code) {
        out.print(code);
        out.flush();
    }

    // A cell that begins like a formula would be run as one by spreadsheets.
    private static String cell(String value) {
        String safe = value.matches("[=+@\\t\\r-].*") ? "'" + value : value;
        return safe.matches("[^\",\n\r]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String object(Map<String, String> values) {
        var text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, String> value : values.entrySet()) {
                json.writeStringField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
