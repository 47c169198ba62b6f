package dev.ecrbot.slack.message;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.plan.Edit;
import java.time.Instant;
import java.util.Optional;

/** Says in one sentence what a request is about. */
public record RequestSummary(Request request, DisplayNames names) {

    /** Returns what is asked for, as it stands after “asks”: “for pull on … for …”. */
    public String asked() {
        return words().asked();
    }

    /** Returns the change as a thing: “pull on … for …”. */
    public String change() {
        return words().thing();
    }

    /** Returns what came of an undo, as a sentence without its end. */
    public String undone() {
        return words().undone();
    }

    /** Returns what is given, or lasts longer. */
    public String given() {
        return access() + " on " + target() + " for " + principal();
    }

    public String access() {
        return AccessText.of(edit());
    }

    public String target() {
        return names.shown(request.change().target());
    }

    public String principal() {
        return names.principal(edit().principal());
    }

    /** Returns when the access given ends. */
    public Optional<Instant> until() {
        return request.change().end();
    }

    /** Returns the end that access has until it is extended. */
    public Optional<Instant> from() {
        return edit() instanceof Edit.Extend extend ? Optional.of(extend.from()) : Optional.empty();
    }

    /** Returns whether somebody gets access by it, be it back. */
    boolean gives() {
        return edit().gives();
    }

    /** Returns whether somebody gets access, or gets it for longer, with an end of their own choice. */
    public boolean grants() {
        return edit().granted().isPresent();
    }

    /** Returns what a revocation did, as a sentence without its end. */
    public String taken() {
        return what() + " on " + target() + " was taken away from " + principal();
    }

    String what() {
        return access().equals("all") ? "all access" : access();
    }

    private ChangeWords words() {
        return edit().visit(new ChangeWords.ByKind(this));
    }

    private Edit edit() {
        return request.change().edit();
    }
}
