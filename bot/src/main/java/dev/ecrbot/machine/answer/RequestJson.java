package dev.ecrbot.machine.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.desk.answer.Story;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Writes a request: what it asks for, how far it has come, and what came of it. Fields are only added to. */
final class RequestJson {
    private RequestJson() {}

    static ObjectNode of(Request request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", request.id().value());
        json.put("state", word(request.stage().state()));
        json.put("final", request.stage().state().isFinal());
        json.put("asked_at", request.createdAt().toString());
        json.put("changed_at", request.stage().changedAt().toString());
        change(json, request.change());
        request.ask().ifPresent(ask -> {
            json.put("rule", ask.rule());
            json.put("approvals_needed", ask.approvals());
            ask.reason().ifPresent(reason -> json.put("reason", reason));
        });
        json.put("revision", request.revision().number());
        request.stage().decision().ifPresent(decision -> {
            ObjectNode made = json.putObject("decision");
            made.put("by", person(decision.by()));
            made.put("at", decision.at().toString());
            decision.reason().ifPresent(reason -> made.put("reason", reason));
        });
        request.stage().problem().ifPresent(problem -> json.set("problem", ProblemJson.fields(problem)));
        return json;
    }

    static ObjectNode of(Story story) {
        ObjectNode json = of(story.request());
        if (!story.reasons() && json.get("decision") instanceof ObjectNode decision) {
            decision.remove("reason");
        }
        story.events().stream()
                .filter(event -> event.kind() == EventKind.ASKED)
                .findFirst()
                .flatMap(event -> Optional.ofNullable(event.details().get("ask")))
                .ifPresent(text -> json.put("ask", text));
        json.put("approvals", story.approvals().size());
        story.history().since().grant().ifPresent(grant -> grant(json.putObject("grant"), grant));
        json.put("undone", story.history().since().undone());
        var events = json.putArray("events");
        story.events().forEach(event -> events.add(event(event)));
        return json;
    }

    private static void change(ObjectNode json, Change change) {
        json.put("registry", change.registry());
        json.put("target", change.target().arn());
        change.edit().granted().ifPresent(grant -> {
            json.put("principal", grant.principal().text());
            json.put("access", grant.access().word());
        });
        change.end().ifPresent(end -> json.put("until", end.toString()));
    }

    private static void grant(ObjectNode json, Grant grant) {
        json.put("state", word(grant.state()));
        json.put("since", grant.since().toString());
        grant.until().map(Instant::toString).ifPresent(until -> json.put("until", until));
        grant.ended()
                .ifPresent(end ->
                        json.putObject("ended").put("at", end.at().toString()).put("reason", word(end.reason())));
    }

    // What else events hold, people wrote to each other, or is the text of a policy.
    private static ObjectNode event(Event event) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", word(event.kind()));
        json.put("at", event.at().toString());
        event.actor().ifPresent(actor -> json.put("by", person(actor)));
        return json;
    }

    static String person(PersonId person) {
        return person.isMachine() ? "machine:" + person.user() : person.user();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
