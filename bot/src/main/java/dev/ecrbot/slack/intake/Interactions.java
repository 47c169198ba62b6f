package dev.ecrbot.slack.intake;

import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.counter.Wish;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.message.Ids;
import java.util.List;
import java.util.function.Supplier;

/**
 * Every button and every modal: its ids, what it opens and who handles it. The ids stand in messages that hang in Slack, so
 * they are never changed. Immutable.
 *
 * @param form what {@code /ecr} alone opens, too
 */
public record Interactions(List<Interaction> all, AskForm form) {

    public static Interactions of(Counter counter, Supplier<DisplayNames> names) {
        var form = new AskForm("access.ask.submit", counter, names);
        var reason = new ReasonModal("denial.reason.submit", counter);
        var sooner = new SoonerEndModal("request.shorten.submit", counter);
        var later = new LaterEndModal("grant.extend.submit", counter);
        var all = List.of(
                Interaction.button(Ids.APPROVE, new DecisionButton(Click.Kind.APPROVE, counter, reason)),
                Interaction.button(Ids.DENY, new DecisionButton(Click.Kind.DENY, counter, reason)),
                Interaction.opening(Ids.REASON_OPEN, reason),
                Interaction.opening(Ids.SHORTEN, sooner),
                Interaction.opening(Ids.EXTEND, later),
                Interaction.button(Ids.END, new EndNowButton(counter)),
                Interaction.button(Ids.CANCEL, new WishButton(Wish.CANCEL, counter)),
                Interaction.button(Ids.STORY, new StoryButton(counter)),
                Interaction.button(Ids.AGAIN, new AgainButton(counter, form)),
                Interaction.button(Ids.TRY_AGAIN, new WishButton(Wish.TRY_AGAIN, counter)),
                Interaction.button(Ids.REVIEW, new WishButton(Wish.REVIEW, counter)),
                Interaction.opening(Ids.UNDO, new UndoModal("request.undo.submit", counter)),
                Interaction.opening(Ids.COMMENT, new CommentModal("request.comment.submit", counter)),
                Interaction.button(Ids.NEW, new NewButton(form)),
                Interaction.opening(Ids.TAKE_OVER, new TakeOverModal("entry.takeover.submit", counter)),
                Interaction.button(Ids.ASK, new AskButton(counter)),
                Interaction.button(Ids.ASK_OWN, new OwnAskButton(counter)),
                Interaction.button(Ids.NEXT_PAGE, new PageButton(counter)),
                Interaction.button(Ids.READ_NOW, new PageButton(counter)),
                Interaction.button(Ids.AS_FILE, new PageButton(counter)),
                Interaction.opening(Ids.CHANGE, form),
                Interaction.button(Ids.PREVIOUS_PAGE, new PageButton(counter)));
        return new Interactions(all, form);
    }
}
