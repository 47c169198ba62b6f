package dev.ecrbot.slack.message;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.util.json.GsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A message being written. Slack refuses one whose blocks hold more than some 13,000 characters together, so the builder knows
 * how much room is left, and whether something had to be left out. Not thread-safe.
 */
public final class MessageBuilder {
    private static final int ROOM = 11_500;
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private final List<LayoutBlock> blocks = new ArrayList<>();
    private int used;
    private boolean whole = true;

    public MessageBuilder add(LayoutBlock block) {
        blocks.add(block);
        used += weight(GSON.toJsonTree(block));
        return this;
    }

    /** Adds a title and as many items as fit, and says how many of all these are. */
    public MessageBuilder list(RichTextLine title, List<RichTextLine> items, int most) {
        return list(title, items, most, new Rest(items.size(), ""));
    }

    /**
     * What a list leaves out.
     *
     * @param all how many items there are, of which those at hand are the first
     * @param how to see the others
     */
    public record Rest(long all, String how) {}

    /** As the other, where more is left out than doesn't fit. */
    public MessageBuilder list(RichTextLine title, List<RichTextLine> items, int most, Rest rest) {
        var shown = new ArrayList<RichTextLine>();
        int length = 0;
        for (RichTextLine item : items) {
            length += item.length();
            if (length > Math.min(most, left())) {
                break;
            }
            shown.add(item);
        }
        if (shown.size() < rest.all()) {
            whole = false;
            shown.add(
                    RichTextLine.of(("… " + shown.size() + " of " + rest.all() + " are shown. " + rest.how()).strip()));
        }
        return shown.isEmpty() ? this : add(Blocks.titled(title, shown));
    }

    /** Adds a title and as many lines of code as fit, and says how many were left out. */
    public MessageBuilder code(RichTextLine title, List<String> foreign) {
        List<String> lines = foreign.stream().map(SafeText::code).toList();
        int room = left() - title.length() - 200;
        int shown = 0;
        int length = 0;
        while (shown < lines.size() && length + lines.get(shown).length() < room) {
            length += lines.get(shown).length() + 1;
            shown++;
        }
        if (shown > 0) {
            add(Blocks.code(title, String.join("\n", lines.subList(0, shown))));
        }
        if (shown < lines.size()) {
            whole = false;
            add(Blocks.lines(RichTextLine.of("… and " + (lines.size() - shown) + " more lines that don't fit here.")));
        }
        return this;
    }

    /** Adds what is written there as one block, where all of it is rich text: Slack counts blocks, too. */
    MessageBuilder asOne(Consumer<MessageBuilder> writing) {
        int from = blocks.size();
        writing.accept(this);
        List<LayoutBlock> written = blocks.subList(from, blocks.size());
        if (!written.isEmpty() && written.stream().allMatch(RichTextBlock.class::isInstance)) {
            List<BlockElement> elements = written.stream()
                    .map(RichTextBlock.class::cast)
                    .flatMap(block -> block.getElements().stream())
                    .toList();
            written.clear();
            blocks.add(RichTextBlock.builder().elements(elements).build());
        }
        return this;
    }

    /** Adds what is written there, folded under a title; in several folds where one doesn't hold it, and nothing where nothing is. */
    MessageBuilder fold(String title, Consumer<MessageBuilder> writing) {
        int from = blocks.size();
        writing.accept(this);
        List<LayoutBlock> written = List.copyOf(blocks.subList(from, blocks.size()));
        blocks.subList(from, blocks.size()).clear();
        for (int at = 0; at < written.size(); at += Fold.MOST_CHILDREN) {
            String named = at == 0 ? title : "More of the same";
            blocks.add(new Fold(named, written.subList(at, Math.min(written.size(), at + Fold.MOST_CHILDREN))));
            used += named.length();
        }
        return this;
    }

    /** Returns what is written so far. */
    public List<LayoutBlock> blocks() {
        return List.copyOf(blocks);
    }

    /** Returns how much of the room is taken. */
    public int used() {
        return used;
    }

    public int left() {
        return Math.max(0, ROOM - used);
    }

    /** Says that something is left out of this message. */
    MessageBuilder leavesOut() {
        whole = false;
        return this;
    }

    /** Returns whether nothing was left out. */
    boolean whole() {
        return whole;
    }

    /**
     * Returns the message; what of it has to be told without blocks is this title.
     *
     * @param title plain text, which is escaped
     */
    public Rendered titled(String title) {
        return rendered(Mrkdwn.escape(title));
    }

    public Rendered rendered(String text) {
        return new Rendered(text, blocks);
    }

    private static int weight(JsonElement element) {
        if (element.isJsonPrimitive()) {
            return element.getAsString().length();
        }
        if (element.isJsonArray()) {
            return element.getAsJsonArray().asList().stream()
                    .mapToInt(MessageBuilder::weight)
                    .sum();
        }
        return element.isJsonObject()
                ? element.getAsJsonObject().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("type"))
                        .map(Map.Entry::getValue)
                        .mapToInt(MessageBuilder::weight)
                        .sum()
                : 0;
    }
}
