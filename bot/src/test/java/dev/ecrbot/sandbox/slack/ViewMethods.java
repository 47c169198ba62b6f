package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** {@code views.*}. */
final class ViewMethods {

    private final Directory directory;
    private final Modals modals;
    private final Triggers triggers;

    ViewMethods(Directory directory, Modals modals, Triggers triggers) {
        this.directory = directory;
        this.modals = modals;
        this.triggers = triggers;
    }

    Map<String, ApiMethod> methods() {
        return Map.of(
                "views.open",
                args -> answer(modals.show(triggers.exchange(args.text("trigger_id")), view(args))),
                "views.push",
                args -> answer(modals.push(triggers.exchange(args.text("trigger_id")), view(args))),
                "views.update",
                this::update,
                "views.publish",
                this::publish);
    }

    private ObjectNode update(Args args) {
        return answer(modals.update(args.required("view_id"), args.text("hash"), view(args)));
    }

    private ObjectNode publish(Args args) {
        Person person = directory.person(args.text("user_id")).orElseThrow(() -> new SlackError("user_not_found"));
        return answer(modals.publish(person.id(), args.text("hash"), view(args)));
    }

    private static JsonNode view(Args args) {
        args.required("view");
        return args.tree("view", "invalid_arguments").orElseThrow();
    }

    private ObjectNode answer(View view) {
        ObjectNode answer = Json.object();
        answer.set("view", view.json(directory.teamId(), Json.object()));
        return answer;
    }
}
