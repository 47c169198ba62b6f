package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.checkup.Checkup;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.List;

/** Tells those who look after the bot how its set-up is. */
public record CheckupText(Checkup checkup) implements Checkup.Visitor<Rendered> {
    private static final int SUBJECT = 200;
    private static final int LONGEST = 600;
    private static final int NAMES = 1_000;
    private static final String COMMAND = "java -jar ecr-bot.jar doctor --config FILE";

    /** Returns the message. */
    public Rendered render() {
        return checkup.visit(this);
    }

    @Override
    public Rendered begun(Checkup.Begun begun) {
        String parts = SafeText.line(String.join(", ", begun.parts()), NAMES);
        return plain(
                begun.before()
                        ? "ecr-bot is looking at its set-up already. What it finds comes here, too."
                        : "ecr-bot looks at its set-up now: " + parts + ". What it finds comes here.");
    }

    @Override
    public Rendered going(Checkup.Going going) {
        return plain("Looked at " + going.done() + " of " + going.of() + " parts of the set-up; to mend so far: "
                + going.wrong() + ". Next: " + SafeText.line(going.next(), SUBJECT) + ".");
    }

    @Override
    public Rendered notYours(Checkup.NotYours notYours) {
        RichTextLine line = notYours.who()
                .map(who -> new RichTextLine()
                        .text("Only those who look after ecr-bot may have it look at its set-up: ")
                        .people(who)
                        .text(". Ask one of them."))
                .orElseGet(() -> new RichTextLine()
                        .text("ecr-bot's configuration names nobody under admins, so nobody may do that from here."
                                + " Whoever runs ecr-bot can name somebody there, or run ")
                        .code(COMMAND)
                        .text("."));
        return new MessageBuilder().add(Blocks.lines(line)).titled("The set-up wasn't looked at");
    }

    @Override
    public Rendered over(Checkup.Over over) {
        var sorted = new Sorted();
        over.found().forEach(each -> each.outcome().visit(sorted.adding(each)));
        String sum = sorted.fine.size() + " fine, " + sorted.wrong.size() + " to mend, " + sorted.unchecked.size()
                + " not checked.";
        var builder = new MessageBuilder()
                .add(Blocks.lines(new RichTextLine()
                        .bold("How ecr-bot's set-up was at ")
                        .date(over.began())
                        .bold(": ")
                        .text(sum)));
        section(builder, "To mend", sorted.wrong, builder.left());
        section(builder, "Not checked", sorted.unchecked, builder.left() / 2);
        section(builder, "Fine", sorted.fine, builder.left());
        return builder.titled("ecr-bot's set-up: " + sum);
    }

    private static void section(MessageBuilder builder, String title, List<RichTextLine> lines, int most) {
        if (!lines.isEmpty()) {
            builder.list(
                    RichTextLine.bold(title, ""),
                    lines,
                    most,
                    new MessageBuilder.Rest(lines.size(), "This shows all: " + COMMAND));
        }
    }

    private static Rendered plain(String text) {
        return new MessageBuilder().add(Blocks.lines(RichTextLine.of(text))).titled(text);
    }

    /** The lines, by what there was to see. */
    private static final class Sorted {
        private final List<RichTextLine> fine = new ArrayList<>();
        private final List<RichTextLine> wrong = new ArrayList<>();
        private final List<RichTextLine> unchecked = new ArrayList<>();

        Examined.Visitor<Boolean> adding(Examined each) {
            return new Examined.Visitor<>() {
                @Override
                public Boolean fine(Examined.Fine what) {
                    return fine.add(line(each, what.what()));
                }

                @Override
                public Boolean wrong(Examined.Wrong what) {
                    return wrong.add(line(each, what.what(), what.mend()));
                }

                @Override
                public Boolean unchecked(Examined.Unchecked what) {
                    return unchecked.add(line(each, what.why(), what.how()));
                }
            };
        }

        private static RichTextLine line(Examined each, String what) {
            return new RichTextLine()
                    .bold(each.check())
                    .text(" " + SafeText.line(each.subject(), SUBJECT) + ": " + SafeText.line(what, LONGEST));
        }

        private static RichTextLine line(Examined each, String what, String next) {
            return line(each, what).text(" → ").text(SafeText.line(next, LONGEST));
        }
    }
}
