package dev.ecrbot.slack.message;

import com.slack.api.model.block.composition.ConfirmationDialogObject;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.plan.Edit;
import java.util.ArrayList;
import java.util.Optional;

/** What Slack asks once more before a click on a card counts: a thumb slips, and some grants are wide. */
record Confirmation(Request request, DisplayNames names) {
    private static final int LONGEST = 280;

    /** Returns what is asked before a denial counts. */
    ConfirmationDialogObject ofDenial() {
        return about(
                "Deny this request?",
                "Nothing will be changed, and whoever asked will be told. You can say why in the next step.",
                "Deny",
                "danger");
    }

    /** Returns what is asked before a denial of so many at once counts. */
    static ConfirmationDialogObject ofDenials(int many) {
        return dialog(
                "Deny all " + many + "?",
                "Nothing will be changed, and whoever asked will be told. You can say why in the next step.",
                "Deny",
                "danger");
    }

    /** Returns what is asked before an approval counts; empty where it counts at once. */
    Optional<ConfirmationDialogObject> ofApproval() {
        Optional<Edit.Grant> granted = request.change().edit().granted();
        if (granted.isEmpty()) {
            return Optional.empty();
        }
        var wide = new ArrayList<String>();
        Principal principal = granted.get().principal();
        if (principal instanceof Principal.Account) {
            wide.add("It is for the whole account: its administrators decide who uses it.");
        }
        if (principal instanceof Principal.Organization) {
            wide.add("It is for every account of an organization, or of a part of it.");
        }
        if (granted.map(Edit.Grant::access).filter(Access::pushes).isPresent()
                && granted.flatMap(Edit.Grant::until).isEmpty()) {
            wide.add("It lets them push images, without an end.");
        }
        return wide.isEmpty()
                ? Optional.empty()
                : Optional.of(about("Approve this?", String.join(" ", wide), "Approve", "primary"));
    }

    private ConfirmationDialogObject about(String title, String text, String yes, String style) {
        String what = SafeText.line(new RequestSummary(request, names).change(), LONGEST - text.length());
        return dialog(title, Character.toUpperCase(what.charAt(0)) + what.substring(1) + ". " + text, yes, style);
    }

    private static ConfirmationDialogObject dialog(String title, String text, String yes, String style) {
        return ConfirmationDialogObject.builder()
                .title(Blocks.plain(title))
                .text(Blocks.plain(text))
                .confirm(Blocks.plain(yes))
                .deny(Blocks.plain("Go back"))
                .style(style)
                .build();
    }
}
