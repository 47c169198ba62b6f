package dev.ecrbot.slack;

import dev.ecrbot.desk.Request;
import dev.ecrbot.policy.Edit;
import java.time.Instant;
import java.util.Optional;

/** Says in one sentence what a request is about. */
record Subject(Request request, Naming naming) {

    /** Returns what is asked for, as it stands after “asks”: “for pull on … for …”. */
    String asked() {
        return edit() instanceof Edit.Grant
                ? "for " + access() + " on " + target() + " for " + principal()
                : "to take " + what() + " on " + target() + " away from " + principal();
    }

    /** Returns the change as a thing: “pull on … for …”. */
    String change() {
        return edit() instanceof Edit.Grant
                ? access() + " on " + target() + " for " + principal()
                : "taking " + what() + " on " + target() + " away from " + principal();
    }

    String access() {
        return AccessText.of(edit());
    }

    String target() {
        return request.change().target().text();
    }

    String principal() {
        return naming.principal(edit().principal());
    }

    /** Returns when the access given ends. */
    Optional<Instant> until() {
        return edit() instanceof Edit.Grant grant ? grant.until() : Optional.empty();
    }

    boolean grants() {
        return edit() instanceof Edit.Grant;
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
