package dev.ecrbot.slack.message;

import dev.ecrbot.command.HelpPage;
import java.util.ArrayList;
import java.util.List;

/** Shows a page of help. */
record HelpMessage(HelpPage page) {
    private static final int ROOM = 4_000;

    Rendered render() {
        var lines = new ArrayList<Line>();
        lines.add(new Line().bold(Clean.line(page.title(), 300)));
        lines.add(Line.of(Clean.line(page.intro(), 2_000)));
        var sheet = new Sheet().add(Blocks.lines(lines));
        List<Line> examples = page.examples().stream()
                .map(example -> new Line().code(example.text()).text(" " + example.meaning()))
                .toList();
        if (!examples.isEmpty()) {
            sheet.list(new Line().bold("To type"), examples, ROOM);
        }
        List<Line> terms = page.terms().stream()
                .map(term -> Line.bold(term.word(), ": " + term.meaning()))
                .toList();
        if (!terms.isEmpty()) {
            sheet.list(new Line().bold("Words"), terms, ROOM);
        }
        return sheet.rendered(Mrkdwn.escape(page.title()));
    }
}
