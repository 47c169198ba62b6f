package dev.ecrbot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.sandbox.slack.Button;
import dev.ecrbot.sandbox.slack.Delivery;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.View;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a visitor does on the page, done as the person they are at the moment. */
final class PageActions {

    /** What the page calls the bot's Home tab. */
    static final String HOME = "HOME";

    private final LocalSlack slack;

    PageActions(LocalSlack slack) {
        this.slack = slack;
    }

    /** A command goes to the bot; anything else is said in the channel. */
    PageAnswer command(JsonNode ask) {
        String text = ask.path("text").asText();
        String channel = ask.path("channel").asText();
        if (text.startsWith("/ecr") && (text.length() == 4 || Character.isWhitespace(text.charAt(4)))) {
            return answer(slack.command(person(ask), channel, text.substring(4)));
        }
        if (text.startsWith("/")) {
            return PageAnswer.text(422, text.split("\\s")[0] + " is not a command here; /ecr is.");
        }
        slack.say(person(ask), channel, text);
        return PageAnswer.json("{}");
    }

    PageAnswer click(JsonNode ask) {
        Person person = person(ask);
        String channel = ask.path("channel").asText();
        if (channel.equals(HOME)) {
            return slack.home(person)
                    .map(home -> answer(slack.click(
                            person,
                            home,
                            ask.path("action").asText(),
                            ask.path("value").asText())))
                    .orElseGet(() -> PageAnswer.text(409, "That button is not there any more."));
        }
        Optional<Message> message = message(person, ask);
        Optional<Button> button = message.flatMap(m -> m.buttons().stream()
                .filter(b -> b.actionId().equals(ask.path("action").asText())
                        && b.blockId().equals(ask.path("block").asText()))
                .findFirst());
        if (button.isEmpty()) {
            return PageAnswer.text(409, "That button is not there any more.");
        }
        return answer(slack.click(person, message.orElseThrow(), button.get()));
    }

    /** What the bot offers for what was typed in a field of the modal on top. */
    PageAnswer suggest(JsonNode ask) {
        Person person = person(ask);
        List<View> open = slack.views(person);
        if (open.isEmpty()) {
            return PageAnswer.text(409, "That dialog is not open any more.");
        }
        Delivery delivery = slack.typesIn(
                person,
                open.get(open.size() - 1),
                ask.path("action").asText(),
                ask.path("text").asText());
        return PageAnswer.json(delivery.acknowledged() ? delivery.body() : "{\"options\":[]}");
    }

    /** Something was changed in a field of the modal on top. */
    PageAnswer change(JsonNode ask) {
        Person person = person(ask);
        List<View> open = slack.views(person);
        if (open.isEmpty()) {
            return PageAnswer.text(409, "That dialog is not open any more.");
        }
        return slack.changes(
                        person, open.get(open.size() - 1), ask.path("action").asText(), values(ask))
                .map(PageActions::answer)
                .orElseGet(() -> PageAnswer.json("{}"));
    }

    private static Map<String, String> values(JsonNode ask) {
        Map<String, String> values = new HashMap<>();
        ask.path("values")
                .properties()
                .forEach(field -> values.put(field.getKey(), field.getValue().asText()));
        return values;
    }

    /** One of the bot's shortcuts: of a message, or else from anywhere. */
    PageAnswer shortcut(JsonNode ask) {
        Person person = person(ask);
        String callback = ask.path("callback").asText();
        if (!ask.has("ts")) {
            return answer(slack.shortcut(person, callback));
        }
        return message(person, ask)
                .map(message -> answer(slack.shortcut(person, message, callback)))
                .orElseGet(() -> PageAnswer.text(409, "That message is not there any more."));
    }

    private Optional<Message> message(Person person, JsonNode ask) {
        String channel = ask.path("channel").asText();
        return Stream.concat(slack.messages(channel).stream(), slack.ephemerals(person).stream())
                .filter(m -> m.channelId().equals(channel)
                        && m.ts().equals(ask.path("ts").asText()))
                .findFirst();
    }

    PageAnswer home(JsonNode ask) {
        return answer(slack.openHome(person(ask)));
    }

    PageAnswer submit(JsonNode ask) {
        Person person = person(ask);
        Optional<View> view = slack.views(person).stream()
                .filter(v -> v.id().equals(ask.path("view").asText()))
                .findFirst();
        if (view.isEmpty()) {
            return PageAnswer.text(409, "That dialog is not open any more.");
        }
        if (ask.path("dismiss").asBoolean()) {
            slack.dismiss(person, view.get());
            return PageAnswer.json("{}");
        }
        return answer(slack.submit(person, view.get(), values(ask)));
    }

    private Person person(JsonNode ask) {
        return slack.person(ask.path("person").asText());
    }

    private static PageAnswer answer(Delivery delivery) {
        return PageAnswer.json(new ObjectMapper()
                .createObjectNode()
                .put("status", delivery.status())
                .put("millis", delivery.took().toMillis())
                .put("failure", delivery.failure())
                .toString());
    }
}
