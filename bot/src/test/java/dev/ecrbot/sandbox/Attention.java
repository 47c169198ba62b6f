package dev.ecrbot.sandbox;

import dev.ecrbot.sandbox.slack.Channel;
import dev.ecrbot.sandbox.slack.LocalSlack;
import dev.ecrbot.sandbox.slack.Message;
import dev.ecrbot.sandbox.slack.Person;
import dev.ecrbot.sandbox.slack.UserGroup;
import java.util.ArrayList;
import java.util.List;

/** What concerns somebody in particular: direct and ephemeral messages, and those that mention them. */
final class Attention {

    private final LocalSlack slack;

    Attention(LocalSlack slack) {
        this.slack = slack;
    }

    /** Returns the {@code ts} of the newest such message, empty if there is none. */
    String latest(Person person) {
        List<String> names = new ArrayList<>(List.of("<@" + person.id()));
        slack.groups().stream()
                .filter(group -> group.members().contains(person.id()))
                .map(UserGroup::id)
                .forEach(id -> names.add("<!subteam^" + id));
        List<Message> messages = new ArrayList<>(slack.dms(person));
        messages.addAll(slack.ephemerals(person));
        slack.channels().stream()
                .filter(c -> c.kind() != Channel.Kind.DIRECT && c.members().contains(person.id()))
                .flatMap(c -> slack.messages(c.id()).stream())
                .filter(m -> names.stream().anyMatch(name -> (m.shown() + m.text()).contains(name)))
                .forEach(messages::add);
        return messages.stream().map(Message::ts).max(String::compareTo).orElse("");
    }
}
