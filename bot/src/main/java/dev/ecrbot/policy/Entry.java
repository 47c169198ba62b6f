package dev.ecrbot.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.ecr.Partition;
import java.util.ArrayList;
import java.util.List;

/** One entry of a {@code Principal} or {@code NotPrincipal} element, as written. */
public record Entry(String type, String text) {

    /** Returns whom it stands for; bare account ids are accounts of the partition. */
    public Principal principal(Partition home) {
        return Principals.parse(type, text, home);
    }

    /** Returns the entries in the order written; a bare {@code "*"} is one of the type {@code AWS}. */
    static List<Entry> of(JsonNode element) {
        if (element.isTextual()) {
            return List.of(new Entry("AWS", element.textValue()));
        }
        var entries = new ArrayList<Entry>();
        element.properties()
                .forEach(property -> StatementShape.texts(property.getValue())
                        .forEach(text -> entries.add(new Entry(property.getKey(), text))));
        return List.copyOf(entries);
    }
}
