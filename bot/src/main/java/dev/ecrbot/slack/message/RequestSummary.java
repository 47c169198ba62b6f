package dev.ecrbot.slack.message;

import dev.ecrbot.desk.ledger.Request;
import dev.ecrbot.desk.ledger.RequestId;
import dev.ecrbot.policy.plan.Edit;
import java.time.Instant;
import java.util.Optional;

/** Says in one sentence what a request is about. */
record RequestSummary(Request request, DisplayNames names) {

    /** Returns what is asked for, as it stands after “asks”: “for pull on … for …”. */
    String asked() {
        if (edit() instanceof Edit.Undo undo) {
            return "to undo " + did(undo.done());
        }
        if (edit() instanceof Edit.Extend) {
            return "to extend " + access() + " on " + target() + " for " + principal();
        }
        return edit() instanceof Edit.Grant
                ? "for " + access() + " on " + target() + " for " + principal()
                : "to take " + what() + " on " + target() + " away from " + principal();
    }

    /** Returns the change as a thing: “pull on … for …”. */
    String change() {
        if (edit() instanceof Edit.Undo undo) {
            return "undoing " + did(undo.done());
        }
        if (edit() instanceof Edit.Extend) {
            return "extending " + given();
        }
        return edit() instanceof Edit.Grant
                ? given()
                : "taking " + what() + " on " + target() + " away from " + principal();
    }

    private String did(Edit done) {
        return request.change().undoes().map(RequestId::value).orElse("") + ", which " + past(done);
    }

    private String past(Edit done) {
        if (done instanceof Edit.Grant) {
            return "gave " + given();
        }
        if (done instanceof Edit.Extend) {
            return "extended " + given();
        }
        return done instanceof Edit.End
                ? "ended " + given() + " before its time"
                : "took " + what() + " on " + target() + " away from " + principal();
    }

    /** Returns what came of an undo, as a sentence without its end. */
    String undone() {
        Edit done = ((Edit.Undo) edit()).done();
        if (done instanceof Edit.Grant) {
            return access() + " on " + target() + " was taken away from " + principal() + " again";
        }
        return done instanceof Edit.Extend
                ? given() + " has its old end again"
                : "what it had taken away on " + target() + " was given back to " + principal();
    }

    /** Returns what is given, or lasts longer. */
    String given() {
        return access() + " on " + target() + " for " + principal();
    }

    String access() {
        return AccessText.of(edit());
    }

    String target() {
        return DisplayNames.some(request.change().target());
    }

    String principal() {
        return names.principal(edit().principal());
    }

    /** Returns when the access given ends. */
    Optional<Instant> until() {
        if (edit() instanceof Edit.Extend extend) {
            return extend.until();
        }
        return edit() instanceof Edit.Grant grant ? grant.until() : Optional.empty();
    }

    /** Returns the end that access has until it is extended. */
    Optional<Instant> from() {
        return edit() instanceof Edit.Extend extend ? Optional.of(extend.from()) : Optional.empty();
    }

    /** Returns whether somebody gets access by it, be it back. */
    boolean gives() {
        return grants() || (edit() instanceof Edit.Undo undo && undo.givesBack());
    }

    /** Returns whether somebody gets access, or gets it for longer, with an end of their own choice. */
    boolean grants() {
        return edit() instanceof Edit.Grant || edit() instanceof Edit.Extend;
    }

    /** Returns what a revocation did, as a sentence without its end. */
    String taken() {
        return what() + " on " + target() + " was taken away from " + principal();
    }

    private String what() {
        return access().equals("all") ? "all access" : access();
    }

    private Edit edit() {
        return request.change().edit();
    }
}
