package dev.ecrbot.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.denial.Caller;
import dev.ecrbot.denial.Denial;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RepositoryName;
import java.util.Optional;

/**
 * Writes what a text says of a denial as one JSON object; what isn't known is null. What only the person who pasted it may see
 * is left out, since pipelines keep what they print.
 */
final class DenialJson {
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private DenialJson() {}

    static ObjectNode of(Denial denial, ExplainCommand.Looked looked) {
        var written = new DenialJson();
        written.json.put("half", denial.half().word());
        written.put("action", denial.action());
        written.put("repository", denial.place().repository().map(RepositoryName::value));
        written.put("registry", denial.place().registry().map(AccountId::value));
        written.put("region", denial.place().region().map(Region::value));
        written.put("principal", denial.caller().map(Caller::text));
        written.put("ask", looked.ask());
        looked.fields().forEach(written.json::put);
        return written.json.put("confident", denial.confident()).put("next", looked.next());
    }

    private void put(String key, Optional<String> value) {
        value.ifPresentOrElse(known -> json.put(key, known), () -> json.putNull(key));
    }
}
