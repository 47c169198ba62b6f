package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Paging;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.GrantSteps;
import dev.ecrbot.desk.counter.StatusExtras;
import dev.ecrbot.desk.counter.StatusLine;
import dev.ecrbot.desk.counter.Takeable;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.desk.sight.Derived;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.slack.message.AccessText;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Mrkdwn;
import dev.ecrbot.slack.message.PageButtons;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows who has access to a repository: what ecr-bot gave, and what others wrote. */
public record StatusText(Answer.Status status, DisplayNames names) {
    private static final int LINES = 8_000;
    private static final int THROUGH = 2_000;
    private static final int DERIVED = 1_000;
    private static final int NOTES = 1_200;
    private static final int OPEN = 1_200;
    /** Each takes a line or two. */
    private static final int PAGE = 20;

    /** Returns the message. */
    public Rendered render() {
        String name = names.target(status.target());
        var builder = new MessageBuilder()
                .add(Blocks.lines(new RichTextLine().text("Who has access to ").bold(name)));
        new AgeText(status.extras().age()).line().map(Blocks::lines).ifPresent(builder::add);
        List<StatusLine> asked = asked();
        Paging paging = paging(asked.size());
        List<StatusLine> shown = paging.cut(asked);
        holders(builder, paging, shown);
        if (!status.through().isEmpty()) {
            list(
                    builder,
                    new RichTextLine().bold("Through the registry's own policy"),
                    sorted(status.through()).map(entries()::line),
                    THROUGH);
        }
        if (!status.derived().isEmpty()) {
            list(
                    builder,
                    RichTextLine.bold("Both together", " (derived: AWS doesn't document how they combine)"),
                    status.derived().stream().map(this::derived),
                    DERIVED);
        }
        below(builder, shown);
        if (!status.notes().isEmpty()) {
            list(
                    builder,
                    new RichTextLine().bold("To check"),
                    status.notes().stream().map(note -> RichTextLine.of(SafeText.line(note, 500))),
                    NOTES);
        }
        waiting(builder);
        return new AgeText(status.extras().age()).below(builder).rendered("Who has access to " + Mrkdwn.escape(name));
    }

    private void waiting(MessageBuilder builder) {
        if (!status.open().isEmpty()) {
            builder.list(
                    new RichTextLine().bold("Waiting for approval"),
                    status.open().stream().map(this::open).toList(),
                    OPEN,
                    new MessageBuilder.Rest(
                            status.waiting(), "To see others, type /ecr requests pending and the repository's name."));
        }
    }

    private void below(MessageBuilder builder, List<StatusLine> shown) {
        // A repository without a policy is handed on as an empty one, whose characters are nowhere in AWS.
        if (status.length() > PolicyDocument.empty().size()) {
            builder.add(Blocks.context(room()));
        }
        new LintText(
                        status.extras().findings(),
                        status.target() instanceof Repository one ? one.name().value() : "registry")
                .below(builder);
        new StepsText(steps(shown), names).below(builder);
        new TakeOverText(takeables(shown), names).below(builder);
        new CopiesText(status.extras().copies()).below(builder);
        new BirthText(status.extras().births(), names).below(builder);
        around(builder);
    }

    private void around(MessageBuilder builder) {
        StatusExtras extras = status.extras();
        boolean told = !extras.births().isEmpty() || !extras.copies().equals(Copies.NONE);
        extras.around()
                .filter(read -> told)
                .ifPresent(read -> builder.add(
                        Blocks.lines(RichTextLine.of("Templates and replication are told as they were read ")
                                .date(read)
                                .text("."))));
    }

    /** Those of what is shown. */
    private List<GrantSteps> steps(List<StatusLine> shown) {
        return status.extras().steps().stream()
                .filter(step -> shown.stream().anyMatch(line -> line.grants().contains(step.grant())))
                .toList();
    }

    private List<Takeable> takeables(List<StatusLine> shown) {
        return status.extras().takeables().stream()
                .filter(one -> shown.stream().anyMatch(line -> who(line).equals(one.principal())))
                .toList();
    }

    private EntryText entries() {
        return new EntryText(names);
    }

    private boolean isAskedFor(RichTextLine line) {
        return word().filter(word -> !line.says(word)).isEmpty();
    }

    private Optional<String> word() {
        return status.extras().view().word();
    }

    private List<StatusLine> asked() {
        return sorted(status.lines())
                .filter(entry -> word().isEmpty() || isAskedFor(entries().line(entry)))
                .toList();
    }

    private Paging paging(int all) {
        StatusExtras.View view = status.extras().view();
        return new Paging(view.question(), view.page(), all, PAGE);
    }

    private String room() {
        return String.format(
                Locale.ROOT,
                "The %s has %,d of %,d characters.",
                status.target() instanceof Repository ? "policy" : "registry's policy",
                status.length(),
                PolicyDocument.LIMIT);
    }

    private void holders(MessageBuilder builder, Paging paging, List<StatusLine> shown) {
        if (status.lines().isEmpty()) {
            builder.add(Blocks.lines(RichTextLine.of(
                    status.target() instanceof Repository
                            ? "Nobody outside its own account: the policy gives no access."
                            : "Nobody through the registry's policy: it gives no access there. Each repository's own policy "
                                    + "may.")));
        } else {
            list(
                    builder,
                    new AgeText(status.extras().age()).heading(count()),
                    shown.stream().map(entries()::line),
                    LINES);
            new PageButtons(paging).below(builder);
        }
    }

    /** Lists the lines with the word in them that was asked for, or all. */
    private void list(MessageBuilder builder, RichTextLine title, Stream<RichTextLine> all, int most) {
        List<RichTextLine> lines = all.toList();
        List<RichTextLine> asked = lines.stream().filter(this::isAskedFor).toList();
        if (asked.isEmpty()) {
            builder.add(Blocks.lines(title));
            builder.add(Blocks.lines(RichTextLine.of(none())));
            return;
        }
        builder.list(
                title,
                asked,
                most,
                new MessageBuilder.Rest(
                        asked.size(),
                        "To see others, type the same with a word behind it that stands in them: an account, or a"
                                + " role."));
    }

    private String none() {
        StatusExtras.View view = status.extras().view();
        return view.page() > 1
                ? "There is no page " + view.page() + " of these."
                : "None of these has “" + SafeText.line(view.word().orElse(""), 60) + "” in it.";
    }

    /** Whoever lets in the most comes first, then account by account, whole accounts before those in them. */
    private static Stream<StatusLine> sorted(List<StatusLine> lines) {
        return lines.stream()
                .sorted(Comparator.comparing((StatusLine line) -> !(who(line) instanceof Principal.Everyone))
                        .thenComparing(line ->
                                who(line).account().map(AccountId::value).orElse(""))
                        .thenComparing(line -> !(who(line) instanceof Principal.Account))
                        .thenComparing(line -> who(line).text()));
    }

    private static Principal who(StatusLine line) {
        return line.holding().principal();
    }

    private String count() {
        int lines = status.lines().size();
        String policy = status.target() instanceof Repository ? "the policy" : "the registry's policy";
        return (lines == 1 ? "1 entry in " : lines + " entries in ") + policy;
    }

    private RichTextLine derived(Derived verdict) {
        var line = new RichTextLine().bold(names.principal(verdict.principal())).text(": ");
        line.text(verdict.may().isEmpty() ? "no access for certain" : AccessText.words(names, verdict.may()));
        if (!verdict.perhaps().isEmpty()) {
            line.text("; under conditions: " + AccessText.words(names, verdict.perhaps()));
        }
        return line;
    }

    private RichTextLine open(Request request) {
        return new RichTextLine().code(request.id().value()).text(" " + new RequestSummary(request, names).change());
    }
}
