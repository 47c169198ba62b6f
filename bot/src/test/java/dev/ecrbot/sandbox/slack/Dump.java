package dev.ecrbot.sandbox.slack;

import java.util.List;

/** The state of a local Slack in words, for the one who has to find out why a test failed. */
final class Dump {

    private static final int RECENT = 15;

    private Dump() {}

    static String of(SlackView slack) {
        StringBuilder text = new StringBuilder();
        for (Channel channel : slack.channels()) {
            List<Message> messages = slack.everything(channel.id());
            if (!messages.isEmpty()) {
                text.append('#')
                        .append(channel.name())
                        .append(' ')
                        .append(channel.id())
                        .append('\n');
                messages.forEach(message -> line(text, message));
            }
        }
        slack.people()
                .forEach(person -> slack.views(person)
                        .forEach(view -> text.append("modal of ")
                                .append(person.name())
                                .append(": ")
                                .append(view.shown().replace('\n', ' '))
                                .append('\n')));
        List<ApiCall> calls = slack.calls();
        text.append("last calls:\n");
        calls.subList(Math.max(0, calls.size() - RECENT), calls.size())
                .forEach(call -> text.append("  ")
                        .append(call.method())
                        .append(" -> ")
                        .append(call.outcome())
                        .append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, Message message) {
        text.append("  ").append(message.ts()).append(' ').append(message.author());
        message.ephemeralTo()
                .ifPresent(id -> text.append(" (only for ").append(id).append(')'));
        text.append(": ").append(message.shown().replace("\n", " | "));
        message.buttons().forEach(b -> text.append(" [").append(b.text()).append(']'));
        if (!message.edits().isEmpty()) {
            text.append(" (edited ").append(message.edits().size()).append(" times)");
        }
        text.append('\n');
    }
}
