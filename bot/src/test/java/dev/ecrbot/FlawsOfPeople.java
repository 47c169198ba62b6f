package dev.ecrbot;

import dev.ecrbot.sandbox.slack.SampleWorkspace;
import java.util.List;

/** What can be wrong with the people, groups and channels that are named. */
final class FlawsOfPeople {
    private FlawsOfPeople() {}

    static List<Flaw> all() {
        return List.of(
                named("a channel without the bot", "C0APPROVALS", "C0BOTLESS", "slack.channel", "/invite"),
                named("an archived channel", "C0APPROVALS", "C0ARCHIVED", "slack.channel", "archived"),
                named("a channel that isn't there", "C0APPROVALS", "C0NOWHERE", "slack.channel", "no such channel"),
                named("an approver who isn't there", "U0APPROVER1", "U0NOBODY", "slack.person", "Copy member ID"),
                named("an approver who left", "U0APPROVER1", "U0LEAVER", "slack.person", "deactivated"),
                named("a guest who approves", "U0APPROVER1", "U0GUESTMULTI", "slack.person", "a guest"),
                named("a bot that approves", "U0APPROVER1", "U0OTHERBOT", "slack.person", "a bot"),
                named(
                        "somebody of another workspace",
                        "U0APPROVER1",
                        "U0STRANGER",
                        "slack.person",
                        "another workspace"),
                named("a disabled group", "S0OWNERS", "S0OLDGROUP", "slack.group", "disabled"),
                named("a group that isn't there", "S0OWNERS", "S0NOGROUP", "slack.group", "no user group"),
                also(
                        "an emergency channel without the bot",
                        BREAKGLASS.formatted("U0APPROVER1", "C0BOTLESS"),
                        "slack.channel",
                        "/invite"),
                also(
                        "a guest for emergencies",
                        BREAKGLASS.formatted("U0GUESTMULTI", "C0GENERAL"),
                        "slack.person",
                        "a guest"),
                also(
                        "somebody to be told who has left",
                        "notify: {who: [U0LEAVER], ping: false}",
                        "slack.person",
                        "deactivated"),
                also("a viewers' group that is disabled", "viewers: [S0OLDGROUP]", "slack.group", "disabled"),
                also(
                        "somebody called late who may not decide",
                        "escalate: {to: [S0OWNERS, U0BYSTANDER], after: 2h}",
                        "slack.escalation",
                        "U0BYSTANDER"),
                new Flaw(
                        "an archived fallback channel",
                        setup -> setup.edit =
                                text -> text.replace("slack:\n", "slack:\n  fallback_channel: C0ARCHIVED\n"),
                        "slack.channel",
                        "archived"),
                new Flaw(
                        "an admins' channel that isn't there",
                        setup -> setup.edit = text -> text + "admins: {who: [U0APPROVER1], channel: C0NOWHERE}\n",
                        "slack.channel",
                        "no such channel"),
                new Flaw(
                        "a group of nobody",
                        setup -> setup.slack.put(SampleWorkspace.OWNERS.with()),
                        "slack.group",
                        "nobody is in it"));
    }

    private static final String BREAKGLASS =
            "breakglass: {people: [%s], review_within: 1h, for: 4h, per_day: 3, channel: %s}";

    /** What the first rule says, too. */
    private static Flaw also(String name, String key, String check, String words) {
        return new Flaw(
                name,
                setup -> setup.edit =
                        text -> text.replace("- name: payments-pull\n", "- name: payments-pull\n    " + key + "\n"),
                check,
                words);
    }

    private static Flaw named(String name, String good, String bad, String check, String words) {
        return new Flaw(name, setup -> setup.edit = text -> text.replace(good, bad), check, words);
    }
}
