package dev.ecrbot.slack.answer;

import dev.ecrbot.denial.Caller;
import dev.ecrbot.denial.Denial;
import dev.ecrbot.desk.answer.Explanation;
import dev.ecrbot.desk.answer.Look;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Explains a pasted error: what was tried, by whom, which half refuses, and what to do. */
record ExplanationText(Explanation explanation, DisplayNames names) {
    private static final int STATEMENTS = 2_500;
    private static final int NAME = 256;
    private static final int ADVICE = 1_500;

    Rendered render() {
        var builder = new MessageBuilder().add(Blocks.lines(told()));
        if (explanation.look() instanceof Look.Seen seen
                && !seen.says().deciding().isEmpty()) {
            builder.list(
                    new RichTextLine().bold("What decides there"),
                    seen.says().deciding().stream().map(DecidingText::line).toList(),
                    STATEMENTS);
        }
        builder.add(Blocks.lines(
                RichTextLine.bold("What to do: ", SafeText.line(new AdviceText(explanation).text(), ADVICE))));
        explanation
                .ask()
                .ifPresent(ask -> new AskOffer(ask)
                        .below(
                                builder.code(
                                        RichTextLine.bold("To ask for it", ", click the button or type this:"),
                                        List.of("/ecr " + SafeText.line(ask, 2_000))),
                                "Ask for it"));
        explanation
                .identity()
                .ifPresent(policy -> builder.code(
                        RichTextLine.bold("Identity policy", " to attach in the caller's own account:"),
                        policy.json().lines().toList()));
        details(builder);
        return builder.titled("What the error means");
    }

    private Denial denial() {
        return explanation.denial();
    }

    private List<RichTextLine> told() {
        var lines = new ArrayList<RichTextLine>();
        if (denial().ofEcr()) {
            lines.add(RichTextLine.bold("What was tried: ", SafeText.line(tried(), ADVICE)));
            denial().caller().ifPresent(caller -> lines.add(RichTextLine.bold("By: ", by(caller))));
        }
        lines.add(RichTextLine.bold("What the error says: ", HalfText.of(denial())));
        lines.add(RichTextLine.bold(
                "What the policies say now: ", SafeText.line(new LookText(explanation).text(), ADVICE)));
        lines.addAll(new CopiesText(explanation.copies()).lines());
        return lines;
    }

    private String tried() {
        return denial().action().orElse("something that the text doesn't name") + where();
    }

    private String where() {
        var place = denial().place();
        String on = place.repository()
                .map(name -> " on " + SafeText.line(name.value(), NAME))
                .orElse("");
        Optional<String> region = place.region().map(one -> " in " + one);
        String in = place.registry()
                .map(account -> place.region()
                        .map(one -> " in " + names.place(account, one))
                        .orElseGet(() -> ", " + account(account)))
                .or(() -> region)
                .orElse("");
        return on + in + ".";
    }

    private String by(Caller caller) {
        String who = caller.account()
                .map(id -> caller.words().replace("account " + id, account(id)))
                .orElseGet(caller::words);
        String session = caller.text().contains(":assumed-role/")
                ? ", in the session " + caller.text().substring(caller.text().lastIndexOf('/') + 1)
                        + ". Policies name the role, not the session."
                : ".";
        return SafeText.line(who + session, 500);
    }

    private String account(AccountId id) {
        return names.account(id);
    }

    /** What only the person who pasted the error may see again. */
    private void details(MessageBuilder builder) {
        Optional<String> id = denial().details().authorizationId();
        if (id.isEmpty()) {
            return;
        }
        var line = RichTextLine.bold("Authorization id: ", "").code(SafeText.line(id.get(), 200));
        denial().details()
                .link()
                .ifPresent(url -> line.text(" ").link(SafeText.line(url, 500), "Open it in AWS's console"));
        builder.add(
                Blocks.lines(
                        line.text(
                                ". With it, people of that account or organization can look up why AWS refused. Only you see this here.")));
    }
}
