package dev.ecrbot;

import java.util.List;
import java.util.function.UnaryOperator;

/** Mistakes in the configuration and the environment. */
final class FlawsOfTheFile {
    private FlawsOfTheFile() {}

    static List<Flaw> all() {
        return List.of(
                file("no rules", text -> text.substring(0, text.indexOf("rules:")), "rules"),
                file("an unknown key", text -> text + "nonsense: 1\n", "nonsense"),
                file(
                        "an account of eleven digits",
                        text -> text.replace("\"222222222222\"", "\"22222222222\""),
                        "account"),
                file("a Region that isn't one", text -> text.replace("eu-west-1]", "europe]"), "europe"),
                file(
                        "a role of another account",
                        text -> text.replace("role: arn:aws:iam::1", "role: arn:aws:iam::9"),
                        "role"),
                file("an unknown access", text -> text.replace("[pull, read]", "[pull, reed]"), "reed"),
                file("an unknown mode", text -> text.replace("mode: http", "mode: carrier-pigeon"), "carrier-pigeon"),
                file("tabs", text -> text.replace("  mode", "\tmode"), ""),
                file("a file without anything in it", text -> "", "empty"),
                file("another bot's file", text -> "- a\n", "takes keys with values"),
                file(
                        "a file to include that isn't there",
                        text -> text + "include: [{file: teams/none.yml, repositories: [\"web/*\"]}]\n",
                        "none.yml"),
                new Flaw(
                        "an unknown form of the log",
                        setup -> setup.environment.put("LOG_FORMAT", "xml"),
                        "environment",
                        "text or json"),
                file(
                        "approvers: anyone",
                        text -> text.replace("approvers: [U0APPROVER1, S0OWNERS]", "approvers: [anyone]"),
                        "anyone"),
                file(
                        "a channel's name",
                        text -> text.replace("channel: C0APPROVALS", "channel: \"#approvals\""),
                        "channel"),
                new Flaw(
                        "no signing secret",
                        setup -> setup.environment.remove("SLACK_SIGNING_SECRET"),
                        "environment",
                        "SLACK_SIGNING_SECRET"),
                new Flaw(
                        "a blank bot token",
                        setup -> setup.environment.put("SLACK_BOT_TOKEN", " "),
                        "environment",
                        "SLACK_BOT_TOKEN"),
                new Flaw(
                        "tokens exchanged",
                        setup -> setup.environment.put("SLACK_BOT_TOKEN", setup.slack.appToken()),
                        "environment",
                        "xoxb-"));
    }

    private static Flaw file(String name, UnaryOperator<String> edit, String words) {
        return new Flaw(name, setup -> setup.edit = edit, "config", words);
    }
}
