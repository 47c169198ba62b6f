package dev.ecrbot.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.sandbox.ecr.Traffic.Ended;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How the world around the bot is, as JSON. */
final class PanelState {
    private static final int CALLS = 80;
    private static final int EVENTS = 80;

    private final Machine machine;

    PanelState(Machine machine) {
        this.machine = machine;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("bot", machine.life().name().toLowerCase(Locale.ROOT));
        json.put("ecr", machine.switches().ecr().name().toLowerCase(Locale.ROOT));
        json.put("slackAway", machine.switches().slackAway());
        json.put("ahead", ahead(machine.clock().ahead()));
        calls(json.putArray("calls"));
        events(json.putArray("events"));
        accounts(json.putArray("accounts"));
        ArrayNode organizations = json.putArray("organizations");
        machine.trial()
                .config()
                .organizations()
                .forEach((name, organization) -> organizations.add(name + " (" + organization.id() + ")"));
        return json;
    }

    private static String ahead(Duration by) {
        long hours = by.toHours();
        String days = hours / 24 == 0 ? "" : hours / 24 == 1 ? "1 day" : hours / 24 + " days";
        String rest = hours % 24 == 0 ? "" : hours % 24 == 1 ? "1 hour" : hours % 24 + " hours";
        return (days + (days.isEmpty() || rest.isEmpty() ? "" : " and ") + rest);
    }

    private void calls(ArrayNode list) {
        machine.trial().ecr().traffic().ended().stream().limit(CALLS).forEach(each -> list.add(call(each)));
    }

    private static ObjectNode call(Ended ended) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", ended.call().at().toEpochMilli());
        json.put("service", ended.call().operation().permission().startsWith("sts") ? "STS" : "ECR");
        json.put("operation", ended.call().operation().toString());
        json.put("resource", ended.call().resource());
        json.put("session", ended.call().caller().session());
        json.put("micros", ended.took().toNanos() / 1000);
        return json.put("outcome", ended.outcome());
    }

    private void events(ArrayNode list) {
        for (TrialStore.Entry entry : machine.store().newest(EVENTS)) {
            ObjectNode json = list.addObject().put("number", entry.number());
            json.put("at", entry.at().toEpochMilli()).put("kind", entry.kind());
            json.put("request", entry.request().orElse(""))
                    .put("actor", entry.actor().orElse(""));
            json.put("details", entry.details());
        }
    }

    private void accounts(ArrayNode list) {
        Map<String, AccountId> names = new TreeMap<>();
        machine.trial().config().accounts().forEach((name, id) -> names.put(name, id));
        names.forEach((name, id) -> {
            ObjectNode json = list.addObject().put("name", name).put("id", id.value());
            ArrayNode roles = json.putArray("principals");
            machine.trial().ecr().iam().arns().stream()
                    .filter(arn -> arn.contains("::" + id + ":"))
                    .forEach(roles::add);
        });
    }
}
