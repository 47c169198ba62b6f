package dev.ecrbot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.sandbox.Switches.Ecr;
import dev.ecrbot.sandbox.ecr.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** What a visitor does to the world around the bot, beside the small Slack. */
final class Panel {
    private final Machine machine;
    private final WhoPulls who;

    Panel(Machine machine) {
        this.machine = machine;
        this.who = new WhoPulls(machine.trial().ecr(), machine.trial().config().knownOrganizations(), machine.clock());
    }

    /** Calls this when something has changed that nobody asked for here. */
    void onChange(Runnable listener) {
        machine.onChange(listener);
        machine.trial().ecr().traffic().onCall(listener);
    }

    /** Does what is asked for at this path; throws what is wrong with it as an argument. */
    PageAnswer act(String path, JsonNode ask) {
        try {
            return switch (path) {
                case "/panel/policy" -> policy(ask);
                case "/panel/who" -> who(ask);
                case "/panel/clock" -> clock(ask);
                case "/panel/faults" -> faults(ask);
                case "/panel/bot" -> bot(ask);
                default -> PageAnswer.text(404, "nothing here");
            };
        } catch (ProblemException e) {
            return PageAnswer.text(422, e.problem().text());
        } catch (AwsError refused) {
            return PageAnswer.text(422, refused.code() + ": " + refused.message());
        }
    }

    /** Somebody else than the bot writes the policy; nothing at all deletes it. */
    private PageAnswer policy(JsonNode ask) {
        PolicyHolder holder = holder(ask);
        String text = ask.path("text").asText();
        if (text.isBlank()) {
            machine.trial().ecr().deletePolicy(holder);
        } else {
            machine.trial().ecr().setPolicy(holder, text);
        }
        return PageAnswer.json("{}");
    }

    private PageAnswer who(JsonNode ask) {
        if (!(holder(ask) instanceof Repository repository)) {
            return PageAnswer.text(422, "Choose a repository: nobody pulls from a registry's policy.");
        }
        ObjectNode json = new ObjectMapper().createObjectNode();
        String whom = ask.path("who").asText();
        if (!whom.isBlank()) {
            who.answer(repository, whom, ask.path("access").asText("pull"), json);
        }
        who.everyone(repository, json.putArray("everyone"));
        return PageAnswer.json(json.toString());
    }

    private PageAnswer clock(JsonNode ask) {
        try {
            if (ask.has("to")) {
                machine.clock().advanceTo(Instant.parse(ask.path("to").asText()));
            } else {
                machine.clock().advance(Duration.parse(ask.path("by").asText()));
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Write a date and a time.", e);
        }
        return PageAnswer.json("{}");
    }

    private PageAnswer faults(JsonNode ask) {
        if (ask.has("ecr")) {
            machine.switches().ecr(Ecr.valueOf(ask.path("ecr").asText().toUpperCase(Locale.ROOT)));
        }
        if (ask.has("slackAway")) {
            machine.switches().slackAway(ask.path("slackAway").asBoolean());
        }
        return PageAnswer.json("{}");
    }

    private PageAnswer bot(JsonNode ask) {
        if (ask.path("run").asBoolean()) {
            machine.startAgain();
        } else {
            machine.kill();
        }
        return PageAnswer.json("{}");
    }

    private PolicyHolder holder(JsonNode ask) {
        String id = ask.path("repository").asText();
        return machine.holder(id).orElseThrow(() -> new IllegalArgumentException("There is no repository " + id + "."));
    }

    /** Returns how the world is, as JSON. */
    PageAnswer state() {
        return PageAnswer.json(new PanelState(machine).json().toString());
    }
}
