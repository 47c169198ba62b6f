package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.sight.Copies;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.MessageBuilder;
import dev.ecrbot.slack.message.RichTextLine;
import java.util.ArrayList;
import java.util.List;

/** Says where images are copied to, and that access isn't. */
record CopiesText(Copies copies) {
    private static final int SHOWN = 5;

    void below(MessageBuilder builder) {
        lines().forEach(line -> builder.add(Blocks.lines(line)));
    }

    List<RichTextLine> lines() {
        var lines = new ArrayList<RichTextLine>();
        if (!copies.to().isEmpty()) {
            lines.add(places("Its images are copied to ", copies.to())
                    .text(". AWS copies no policies: access that is given here isn't given there."));
        }
        if (!copies.from().isEmpty()) {
            lines.add(places("It gets copies of the images of ", copies.from())
                    .text(". AWS copies no policies: access that is given there isn't given here."));
        }
        return lines;
    }

    private RichTextLine places(String begin, List<Repository> places) {
        var line = new RichTextLine().text(begin);
        for (int i = 0; i < Math.min(SHOWN, places.size()); i++) {
            line.text(i == 0 ? "" : ", ").code(places.get(i).uri());
        }
        return places.size() > SHOWN ? line.text(" and " + (places.size() - SHOWN) + " more") : line;
    }
}
