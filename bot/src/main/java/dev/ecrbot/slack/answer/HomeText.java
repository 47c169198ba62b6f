package dev.ecrbot.slack.answer;

import com.slack.api.model.block.LayoutBlock;
import dev.ecrbot.desk.answer.HomePage;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.slack.message.AccessText;
import dev.ecrbot.slack.message.Blocks;
import dev.ecrbot.slack.message.Buttons;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Rendered;
import dev.ecrbot.slack.message.RequestSummary;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The Home tab: what waits for a person, what they asked for and hold, what they may ask for, and how the registries are. Slack
 * takes 100 blocks.
 *
 * @param links the address of a card, where it can be told
 */
record HomeText(HomePage page, Function<CardRef, Optional<String>> links, DisplayNames names) {
    private static final int MOST = 12;
    private static final int RULES = 15;
    private static final int LONGEST = 300;

    Rendered render() {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(Buttons.ofAnybody());
        section(blocks, "Waits for you", page.waiting(), "/ecr requests for me", this::waiting);
        section(blocks, "You asked for", page.asked(), "/ecr requests mine", this::asked);
        section(blocks, "You hold", page.held(), "/ecr access @you", this::held);
        rules(blocks);
        blocks.add(Blocks.header("Registries"));
        blocks.add(Blocks.lines(
                page.coverage().parts().stream().limit(MOST).map(this::health).toList()));
        return new Rendered("Your requests and your access", blocks);
    }

    private static <T> void section(
            List<LayoutBlock> blocks, String title, List<T> items, String rest, Function<T, List<LayoutBlock>> shown) {
        blocks.add(Blocks.header(title));
        items.stream().limit(MOST).map(shown).forEach(blocks::addAll);
        if (items.isEmpty()) {
            blocks.add(Blocks.lines(RichTextLine.of("Nothing.")));
        } else if (items.size() > MOST) {
            blocks.add(Blocks.lines(new RichTextLine()
                    .text(MOST + " of " + counted(items.size()) + " are shown. For all of them, type ")
                    .code(rest)
                    .text(".")));
        }
    }

    private static String counted(int many) {
        return many > HomePage.MOST ? "more than " + HomePage.MOST : String.valueOf(many);
    }

    private List<LayoutBlock> waiting(HomePage.Entry entry) {
        Request request = entry.request();
        var line = new RichTextLine();
        request.ask().ifPresent(ask -> line.user(ask.requester()).text(" asks "));
        line.text(SafeText.line(new RequestSummary(request, names).asked(), LONGEST) + more(entry) + ". ");
        return List.of(
                Blocks.lines(linked(line, entry, "Decide on its card")),
                entry.together() > 1 ? Buttons.ofReader(request.id().value()) : Buttons.ofApprover(request, names));
    }

    private static String more(HomePage.Entry entry) {
        return entry.together() > 1 ? ", and for " + (entry.together() - 1) + " more changes at once" : "";
    }

    private List<LayoutBlock> asked(HomePage.Entry entry) {
        Request request = entry.request();
        String what = SafeText.line(new RequestSummary(request, names).change(), LONGEST);
        var line = RichTextLine.of(what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1) + " (")
                .code(request.id().value())
                .text(")" + more(entry) + ", since ")
                .date(request.createdAt());
        boolean waits = request.stage().state() == RequestState.PENDING;
        line.text(waits ? ". " : ". It is approved, and being applied. ");
        return List.of(
                Blocks.lines(linked(line, entry, "See its card")),
                waits
                        ? Buttons.ofRequester(request.id().value())
                        : Buttons.ofReader(request.id().value()));
    }

    private RichTextLine linked(RichTextLine line, HomePage.Entry entry, String text) {
        entry.card().flatMap(links).ifPresent(url -> line.link(url, text));
        return line;
    }

    private List<LayoutBlock> held(Grant grant) {
        String what = SafeText.line(
                AccessText.given(names, grant.access()) + " on " + names.target(grant.target()) + " for "
                        + names.principal(grant.principal()),
                LONGEST);
        var line = new RichTextLine().bold(what);
        grant.until().ifPresentOrElse(end -> line.text(" until ").date(end), () -> line.text(", without an end"));
        line.text(state(grant));
        return List.of(Blocks.lines(line), Buttons.amongOthers(grant.id().toString(), what, grant.until()));
    }

    private static String state(Grant grant) {
        return switch (grant.state()) {
            case ACTIVE -> ".";
            case ENDING -> ". It is being ended.";
            case EXTENDING -> ". Its end is being moved.";
            case ENDED -> ". It has ended.";
        };
    }

    private void rules(List<LayoutBlock> blocks) {
        blocks.add(Blocks.header("You may ask for"));
        var lines = new ArrayList<RichTextLine>();
        page.rules().stream()
                .limit(RULES)
                .map(standing -> new RuleText(standing, names).lines().get(0))
                .forEach(lines::add);
        if (lines.isEmpty()) {
            lines.add(RichTextLine.of("Nothing: no rule lets you ask. Whoever runs ecr-bot can add one."));
        }
        if (page.rules().size() > RULES) {
            lines.add(new RichTextLine().text("… and more: ").code("/ecr rules"));
        }
        blocks.add(Blocks.lines(lines));
    }

    private RichTextLine health(Coverage.Part part) {
        var line = RichTextLine.bold(
                SafeText.line(names.registry(part.registry()), LONGEST) + ": ",
                part.read() + " of " + part.known() + (part.known() == 1 ? " repository read" : " repositories read"));
        part.oldest().ifPresent(oldest -> line.text(", the oldest ").date(oldest));
        line.text(".");
        part.troubles().stream()
                .findFirst()
                .ifPresent(why -> line.text(" ").bold("Trouble: ").text(SafeText.line(why, LONGEST)));
        return line;
    }
}
