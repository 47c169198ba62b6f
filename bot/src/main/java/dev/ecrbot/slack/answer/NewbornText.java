package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.answer.Place;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;

/** Says from which template a repository would be made, and by what. */
final class NewbornText {
    private NewbornText() {}

    static RichTextLine line(Place.Newborn<?> born) {
        return new RichTextLine()
                .code(SafeText.line(born.template(), 260))
                .text(" (" + SafeText.line(String.join(", ", born.ways()), 200) + ")");
    }
}
