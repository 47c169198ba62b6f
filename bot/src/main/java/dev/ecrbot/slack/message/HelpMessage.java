package dev.ecrbot.slack.message;

import dev.ecrbot.command.help.HelpPage;
import java.util.ArrayList;
import java.util.List;

/** Shows a page of help. */
record HelpMessage(HelpPage page) {
    private static final int ROOM = 4_000;

    Rendered render() {
        var lines = new ArrayList<RichTextLine>();
        lines.add(new RichTextLine().bold(SafeText.line(page.title(), 300)));
        lines.add(RichTextLine.of(SafeText.line(page.intro(), 2_000)));
        var builder = new MessageBuilder().add(Blocks.lines(lines));
        List<RichTextLine> examples = page.examples().stream()
                .map(example -> new RichTextLine().code(example.text()).text(" " + example.meaning()))
                .toList();
        if (!examples.isEmpty()) {
            builder.list(new RichTextLine().bold("To type"), examples, ROOM);
        }
        List<RichTextLine> terms = page.terms().stream()
                .map(term -> RichTextLine.bold(term.word(), ": " + term.meaning()))
                .toList();
        if (!terms.isEmpty()) {
            builder.list(new RichTextLine().bold("Words"), terms, ROOM);
        }
        return builder.rendered(Mrkdwn.escape(page.title()));
    }
}
