package dev.ecrbot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.Events;
import dev.ecrbot.desk.ledger.Forwarded;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.machine.AuditPages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the audit trail, one event a line, as JSON in UTF-8. */
final class Export {
    private static final int LONGEST_PAGE = 500_000;

    private final JsonGenerator json;

    private Export(OutputStream out) throws IOException {
        this.json = new JsonFactory().createGenerator(out);
        json.setRootValueSeparator(null);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** Writes every event in the order in which they happened. */
    static void write(Ledger ledger, OutputStream out) throws IOException {
        write(ledger, Since.EVER, out);
    }

    /** Writes the events from some moment on. */
    static void write(Ledger ledger, Since since, OutputStream out) throws IOException {
        var export = new Export(out);
        try (export.json) {
            // Whoever reads may take their time, and the database ends a transaction that waits for them.
            for (List<Events.Recorded> page = next(ledger, since.after());
                    !page.isEmpty();
                    page = next(ledger, page.get(page.size() - 1).seq())) {
                page.stream()
                        .filter(recorded -> since.takes(recorded.event().at()))
                        .forEach(export::line);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static List<Events.Recorded> next(Ledger ledger, long after) {
        return ledger.transact(books -> books.events().next(after));
    }

    /** Returns as many of those after this one as go into one answer. */
    static AuditPages.Page page(Ledger ledger, long after) {
        var lines = new ArrayList<String>();
        int size = 0;
        long last = after;
        for (Events.Recorded recorded : next(ledger, after)) {
            var out = new ByteArrayOutputStream();
            try {
                var export = new Export(out);
                try (export.json) {
                    export.line(recorded);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            lines.add(out.toString(StandardCharsets.UTF_8).strip());
            last = recorded.seq();
            size += out.size();
            if (size > LONGEST_PAGE) {
                break;
            }
        }
        return new AuditPages.Page(lines, last);
    }

    /** Returns some events in the same form, each with its place in the chain. */
    static byte[] lines(List<Forwarded.Item> items) {
        var out = new ByteArrayOutputStream();
        try {
            var export = new Export(out);
            try (export.json) {
                for (Forwarded.Item item : items) {
                    export.item(item);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void item(Forwarded.Item item) throws IOException {
        json.writeStartObject();
        json.writeNumberField("position", item.mark().position());
        if (item.recorded().isPresent()) {
            fields(item.recorded().get());
        } else {
            json.writeNumberField("seq", item.mark().event());
            json.writeBooleanField("unreadable", true);
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void line(Events.Recorded recorded) {
        try {
            write(recorded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Events.Recorded recorded) throws IOException {
        json.writeStartObject();
        fields(recorded);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void fields(Events.Recorded recorded) throws IOException {
        Event event = recorded.event();
        json.writeNumberField("seq", recorded.seq());
        json.writeStringField("at", event.at().toString());
        json.writeStringField("kind", event.kind().name());
        if (recorded.version().isPresent()) {
            json.writeStringField("version", recorded.version().get());
        }
        if (event.request().isPresent()) {
            json.writeStringField("request", event.request().get().value());
        }
        if (event.actor().isPresent()) {
            json.writeObjectFieldStart("actor");
            json.writeStringField("team", event.actor().get().team());
            json.writeStringField("user", event.actor().get().user());
            json.writeEndObject();
        }
        json.writeObjectFieldStart("details");
        for (Map.Entry<String, String> detail : new TreeMap<>(event.details()).entrySet()) {
            json.writeStringField(detail.getKey(), detail.getValue());
        }
        json.writeEndObject();
    }
}
