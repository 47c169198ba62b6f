package dev.ecrbot.slack.message;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Edit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The buttons about a request, or about the grant that it made; each of these carries the request's id, and nothing else. */
public final class Buttons {
    private Buttons() {}

    public static ButtonElement of(String action, String label, String request) {
        return ButtonElement.builder()
                .actionId(action)
                .text(Blocks.plain(label))
                .value(request)
                .build();
    }

    public static ButtonElement of(String action, String label, String request, String style) {
        ButtonElement button = of(action, label, request);
        button.setStyle(style);
        return button;
    }

    public static ButtonElement cancel(String request) {
        return of(Ids.CANCEL, "Cancel request", request);
    }

    public static ButtonElement comment(String request) {
        return of(Ids.COMMENT, "Comment…", request);
    }

    /** Ask again, for what can be asked for as it was: an extension is asked for on the grant, and an undo on what it undoes. */
    public static Optional<ButtonElement> again(Request request) {
        Edit edit = request.change().edit();
        return edit instanceof Edit.Grant || edit instanceof Edit.Revoke
                ? Optional.of(of(Ids.AGAIN, "Ask again…", request.id().value()))
                : Optional.empty();
    }

    /** Try again, for what was approved and failed for a reason that can pass. */
    public static Optional<ButtonElement> tryAgain(Request request) {
        return request.mayBeTriedAgain()
                ? Optional.of(of(Ids.TRY_AGAIN, "Try again", request.id().value(), "primary"))
                : Optional.empty();
    }

    public static ButtonElement undo(String request) {
        return of(Ids.UNDO, "Undo…", request);
    }

    /** Reviewed, which somebody else than whoever broke the glass says. */
    static ButtonElement review(String request) {
        ButtonElement button = of(Ids.REVIEW, "Reviewed", request, "primary");
        button.setConfirm(ConfirmationDialogObject.builder()
                .title(Blocks.plain("Reviewed?"))
                .text(Blocks.plain("You have looked at why the glass was broken, and say that the access may go on for"
                        + " as long as its rule allows."))
                .confirm(Blocks.plain("It may go on"))
                .deny(Blocks.plain("Go back"))
                .build());
        return button;
    }

    static ButtonElement story(String request) {
        return of(Ids.STORY, "Story", request);
    }

    /** End now, which asks once more. */
    public static ButtonElement endNow(String request, String what) {
        ButtonElement button = of(Ids.END, "End now", request, "danger");
        button.setConfirm(ConfirmationDialogObject.builder()
                .title(Blocks.plain("End this access now?"))
                .text(Blocks.plain(SafeText.line(what, 150)
                        + ". It is taken out of the policy, unless another grant gives it, too."))
                .confirm(Blocks.plain("End it"))
                .deny(Blocks.plain("Go back"))
                .style("danger")
                .build());
        return button;
    }

    /**
     * What the holder of a grant can do about its end.
     *
     * @param until the end that the message around it tells
     */
    public static LayoutBlock ofHolder(String grant, String what, Optional<Instant> until) {
        return ofHolder(Ids.until(until), grant, what, until);
    }

    /** As the other, among those of other grants. */
    public static LayoutBlock amongOthers(String grant, String what, Optional<Instant> until) {
        return ofHolder(Ids.of(grant, Ids.until(until)), grant, what, until);
    }

    private static LayoutBlock ofHolder(String block, String grant, String what, Optional<Instant> until) {
        ButtonElement end = endNow(grant, what);
        return block(block, until.isPresent() ? List.of(of(Ids.EXTEND, "Extend…", grant), end) : List.of(end));
    }

    public static LayoutBlock block(String id, List<BlockElement> buttons) {
        return ActionsBlock.builder().blockId(id).elements(buttons).build();
    }

    /** What an approver can do about a request that waits, on its card. */
    static LayoutBlock toDecide(Request request, DisplayNames names, boolean approvable) {
        String id = request.id().value();
        var confirmation = new Confirmation(request, names);
        List<BlockElement> buttons = new ArrayList<>();
        if (approvable) {
            ButtonElement approve = of(Ids.APPROVE, "Approve", id, "primary");
            confirmation.ofApproval().ifPresent(approve::setConfirm);
            buttons.add(approve);
        }
        ButtonElement deny = of(Ids.DENY, "Deny", id, "danger");
        deny.setConfirm(confirmation.ofDenial());
        buttons.add(deny);
        if (approvable && new RequestSummary(request, names).grants()) {
            buttons.add(of(Ids.SHORTEN, "Shorten…", id));
        }
        buttons.add(comment(id));
        return block(Ids.revision(request.revision().number()), buttons);
    }

    /** As the other, about all that was asked for at once. */
    static LayoutBlock toDecide(List<Request> waiting, DisplayNames names, boolean approvable) {
        String id = waiting.get(0).id().value();
        List<BlockElement> buttons = new ArrayList<>();
        if (approvable) {
            ButtonElement approve = of(Ids.APPROVE, "Approve all " + waiting.size(), id, "primary");
            waiting.stream()
                    .flatMap(each -> new Confirmation(each, names).ofApproval().stream())
                    .findFirst()
                    .ifPresent(approve::setConfirm);
            buttons.add(approve);
        }
        ButtonElement deny = of(Ids.DENY, "Deny all " + waiting.size(), id, "danger");
        deny.setConfirm(Confirmation.ofDenials(waiting.size()));
        buttons.add(deny);
        buttons.add(comment(id));
        return block(Ids.revision(1), buttons);
    }

    /** What the requester can do about a request that waits. */
    public static LayoutBlock ofRequester(String request) {
        return block(cancel(request), comment(request), story(request));
    }

    /** What an approver can do about a request where its change isn't shown in full: all but approve it. */
    public static LayoutBlock ofApprover(Request request, DisplayNames names) {
        String id = request.id().value();
        ButtonElement deny = of(Ids.DENY, "Deny", id, "danger");
        deny.setConfirm(new Confirmation(request, names).ofDenial());
        return block(Ids.of(id, Ids.revision(request.revision().number())), List.of(deny, comment(id), story(id)));
    }

    /** What anybody can do about a request that they may look at. */
    public static LayoutBlock ofReader(String request) {
        return block(story(request));
    }

    /** New request, which opens the form. */
    static LayoutBlock ofWhoeverAsks() {
        return block(of(Ids.NEW, "Fill in a form", "new"));
    }

    public static LayoutBlock ofAnybody() {
        return block(of(Ids.NEW, "New request", "new", "primary"));
    }

    public static LayoutBlock block(ButtonElement... buttons) {
        return block(List.of(buttons));
    }

    public static LayoutBlock block(List<BlockElement> buttons) {
        return ActionsBlock.builder().elements(buttons).build();
    }
}
