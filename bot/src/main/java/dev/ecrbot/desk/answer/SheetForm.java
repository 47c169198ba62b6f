package dev.ecrbot.desk.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** How rows of named values are written, a line each. */
public enum SheetForm {
    /** Comma-separated values as in RFC 4180, after a line with the names. */
    CSV {
        @Override
        public String heading(Collection<String> names) {
            return String.join(",", names) + "\n";
        }

        @Override
        public String line(Map<String, String> row) {
            return row.values().stream().map(SheetForm::cell).collect(Collectors.joining(","));
        }
    },
    /** A JSON object for each row. */
    JSON {
        @Override
        public String heading(Collection<String> names) {
            return "";
        }

        @Override
        public String line(Map<String, String> row) {
            var text = new StringWriter();
            try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
                json.writeStartObject();
                for (Map.Entry<String, String> value : row.entrySet()) {
                    json.writeStringField(value.getKey(), value.getValue());
                }
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return text.toString();
        }
    };

    /** Returns what stands before the first row, with the end of its line. */
    public abstract String heading(Collection<String> names);

    /** Returns a row, without the end of its line. */
    public abstract String line(Map<String, String> row);

    // A cell that begins like a formula would be run as one by spreadsheets.
    private static String cell(String value) {
        String safe = value.matches("[=+@\\t\\r-].*") ? "'" + value : value;
        return safe.matches("[^\",\n\r]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
