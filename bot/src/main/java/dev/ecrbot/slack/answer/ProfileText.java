package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Profile;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.RuleStanding;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells people who they are here, and what they may do. */
record ProfileText(Profile profile, DisplayNames names) {
    private static final int NAMES = 800;

    Rendered render() {
        var builder = new MessageBuilder()
                .add(Blocks.lines(
                        new RichTextLine()
                                .text("You are ")
                                .user(profile.person())
                                .text(", ")
                                .code(profile.person().user())
                                .text(" of workspace ")
                                .code(profile.person().team())
                                .text("."),
                        groups(),
                        rules("You may ask under: ", standing -> standing.asks() == Membership.YES),
                        rules("You are among the approvers of: ", standing -> standing.decides() == Membership.YES)));
        RulesBelow.add(
                builder,
                profile.rules().stream()
                        .filter(standing -> standing.asks() != Membership.NO || standing.decides() != Membership.NO)
                        .toList(),
                names);
        return builder.titled("Who you are to ecr-bot");
    }

    private RichTextLine groups() {
        Set<String> yes = in(Membership.YES);
        Set<String> unknown = in(Membership.UNKNOWN);
        var line = new RichTextLine().bold("Your groups, of those that rules list: ");
        if (yes.isEmpty()) {
            line.text("none");
        } else {
            line.people(new People(false, Set.of(), yes));
        }
        return unknown.isEmpty()
                ? line.text(".")
                : line.text(". Slack didn't say whether you are in ")
                        .people(new People(false, Set.of(), unknown))
                        .text(".");
    }

    private Set<String> in(Membership membership) {
        return profile.groups().entrySet().stream()
                .filter(group -> group.getValue() == membership)
                .map(Map.Entry::getKey)
                .limit(50)
                .collect(Collectors.toSet());
    }

    private RichTextLine rules(String title, Predicate<RuleStanding> which) {
        List<String> some = profile.rules().stream()
                .filter(which)
                .map(standing -> standing.rule().name())
                .toList();
        return RichTextLine.bold(
                title, some.isEmpty() ? "no rule." : SafeText.line(String.join(", ", some), NAMES) + ".");
    }
}
