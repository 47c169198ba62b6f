package dev.ecrbot.slack.message;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.RichTextListElement;
import com.slack.api.model.block.element.RichTextPreformattedElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.util.ArrayList;
import java.util.List;

/** Makes Slack's blocks, and knows their limits. */
public final class Blocks {
    static final int LONGEST_HEADER = 150;
    /** The most characters that Slack takes in a section. */
    public static final int LONGEST_SECTION = 3_000;

    private Blocks() {}

    public static LayoutBlock header(String text) {
        return HeaderBlock.builder()
                .text(plain(SafeText.line(text, LONGEST_HEADER)))
                .build();
    }

    /** A section of the bot's own markup. */
    public static LayoutBlock mrkdwn(String markup) {
        return SectionBlock.builder()
                .text(MarkdownTextObject.builder()
                        .text(SafeText.cut(markup, LONGEST_SECTION))
                        .build())
                .build();
    }

    public static LayoutBlock context(String text) {
        return ContextBlock.builder()
                .elements(List.of(plain(SafeText.line(text, 1_000))))
                .build();
    }

    public static LayoutBlock lines(List<RichTextLine> lines) {
        return RichTextBlock.builder()
                .elements(new ArrayList<BlockElement>(
                        lines.stream().map(RichTextLine::section).toList()))
                .build();
    }

    public static LayoutBlock lines(RichTextLine... lines) {
        return lines(List.of(lines));
    }

    static LayoutBlock titled(RichTextLine title, List<RichTextLine> items) {
        List<BlockElement> elements = new ArrayList<>();
        elements.add(title.section());
        elements.add(RichTextListElement.builder()
                .style("bullet")
                .elements(new ArrayList<>(
                        items.stream().map(RichTextLine::section).toList()))
                .build());
        return RichTextBlock.builder().elements(elements).build();
    }

    public static LayoutBlock code(RichTextLine title, String code) {
        return RichTextBlock.builder()
                .elements(List.of(
                        title.section(),
                        RichTextPreformattedElement.builder()
                                .elements(List.of(RichTextSectionElement.Text.builder()
                                        .text(code)
                                        .build()))
                                .build()))
                .build();
    }

    public static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).emoji(false).build();
    }
}
