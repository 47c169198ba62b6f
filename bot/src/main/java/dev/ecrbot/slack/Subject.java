package dev.ecrbot.slack;

import dev.ecrbot.desk.Request;
import dev.ecrbot.policy.plan.Edit;
import java.time.Instant;
import java.util.Optional;

/** Says in one sentence what a request is about. */
record Subject(Request request, Naming naming) {

    /** Returns what is asked for, as it stands after “asks”: “for pull on … for …”. */
    String asked() {
        if (edit() instanceof Edit.Extend) {
            return "to extend " + access() + " on " + target() + " for " + principal();
        }
        return edit() instanceof Edit.Grant
                ? "for " + access() + " on " + target() + " for " + principal()
                : "to take " + what() + " on " + target() + " away from " + principal();
    }

    /** Returns the change as a thing: “pull on … for …”. */
    String change() {
        if (edit() instanceof Edit.Extend) {
            return "extending " + given();
        }
        return edit() instanceof Edit.Grant
                ? given()
                : "taking " + what() + " on " + target() + " away from " + principal();
    }

    /** Returns what is given, or lasts longer. */
    String given() {
        return access() + " on " + target() + " for " + principal();
    }

    String access() {
        return AccessText.of(edit());
    }

    String target() {
        return Naming.some(request.change().target());
    }

    String principal() {
        return naming.principal(edit().principal());
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

    /** Returns whether somebody gets access, or gets it for longer. */
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
