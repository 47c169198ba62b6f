package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Place;
import dev.ecrbot.desk.answer.Possibility;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.ecr.IdentityPolicy;
import dev.ecrbot.policy.plan.OtherHalf;
import dev.ecrbot.slack.message.AccessText;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Says whether somebody has an access, what decides that, and what their own side still needs. */
record PossibilityText(Possibility found, DisplayNames names) {
    private static final int STATEMENTS = 3_000;
    private static final int ACTIONS = 600;
    private static final int VERDICT = 2_000;
    private static final int KEYS = 600;
    private static final int TEMPLATES = 1_500;

    Rendered render() {
        Capability says = found.says();
        var lines = new ArrayList<RichTextLine>();
        lines.add(verdict());
        lines.addAll(new PlaceText(found.place()).lines());
        if (says.verdict() == Capability.Verdict.NO && !says.allowed().isEmpty()) {
            lines.add(RichTextLine.of(
                    "Allowed of it: " + SafeText.line(AccessText.words(names, says.allowed()), ACTIONS)));
            lines.add(
                    RichTextLine.of("Not allowed: " + SafeText.line(AccessText.words(names, says.refused()), ACTIONS)));
        }
        var builder = new MessageBuilder().add(Blocks.lines(lines));
        if (!says.deciding().isEmpty()) {
            builder.list(
                    new RichTextLine().bold("What decides"),
                    says.deciding().stream().map(DecidingText::line).toList(),
                    STATEMENTS);
        }
        if (!found.newborn().isEmpty()) {
            builder.list(
                    new RichTextLine().bold("If a creation template makes it"),
                    found.newborn().stream().map(this::newborn).toList(),
                    TEMPLATES);
        }
        found.ask()
                .ifPresent(ask -> new AskOffer(ask)
                        .below(
                                builder.code(
                                        RichTextLine.bold("To ask for it", ", click the button or type this:"),
                                        List.of("/ecr " + SafeText.line(ask, VERDICT))),
                                "Ask for it"));
        otherHalf(builder);
        new AgeText(found.place().age()).below(builder);
        return builder.titled("What " + SafeText.line(who(), 200) + " may do");
    }

    private String who() {
        return names.principal(found.says().whom());
    }

    private RichTextLine newborn(Place.Newborn<Capability> born) {
        Capability says = born.says();
        var line = BirthText.from(born.template(), born.ways()).text(": ");
        return switch (says.verdict()) {
            case YES -> line.bold("yes");
            case DEPENDS ->
                line.bold("it depends ")
                        .text("on " + SafeText.line(AccessText.conditions(List.copyOf(says.keys())), KEYS));
            case NO -> line.bold("no").text(says.denied() ? ", a Deny is in the way" : "");
        };
    }

    private RichTextLine verdict() {
        String what = found.access() + " for " + who() + " on "
                + names.target(found.place().repository()) + ".";
        String side = new PlaceText(found.place()).subject();
        return switch (found.says().verdict()) {
            case YES -> RichTextLine.bold("Yes: ", side + " allows " + what);
            case DEPENDS ->
                RichTextLine.bold(
                        "It depends ",
                        "on "
                                + SafeText.line(
                                        AccessText.conditions(
                                                List.copyOf(found.says().keys())),
                                        KEYS)
                                + " whether "
                                + side.replace("The", "the") + " allows " + what);
            case NO -> no(side, what);
        };
    }

    private RichTextLine no(String side, String what) {
        if (found.within() && !found.says().denied()) {
            return RichTextLine.bold(
                    "That is up to their own account: ",
                    side + " says nothing about " + what + " Within one account an identity policy is enough.");
        }
        String why = found.says().denied() ? " A Deny is in the way." : " It has no Allow for all of it.";
        return RichTextLine.bold(
                "No: ",
                SafeText.line(
                        side + " doesn't allow " + what
                                + found.says()
                                        .reason()
                                        .map(reason -> " " + reason)
                                        .orElse(why),
                        VERDICT));
    }

    /** The caller's own side, which can't be looked at from here. */
    private void otherHalf(MessageBuilder builder) {
        if (found.says().verdict() == Capability.Verdict.NO && !found.within()) {
            return;
        }
        var half = new OtherHalf(found.says().whom(), found.place().repository());
        builder.code(
                RichTextLine.bold(
                        "On their own side",
                        ": " + half.who().orElse("they") + " also need"
                                + (half.who().isPresent() ? "s" : "")
                                + " this policy in their own account, which can't be looked at from here."),
                new IdentityPolicy(found.place().repository(), found.access(), half.logsIn())
                        .json()
                        .lines()
                        .toList());
    }
}
