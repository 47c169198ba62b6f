package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.condition.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Says in a sentence or two which policies decided. */
final class Reasons {
    private final Halves halves;

    private Reasons(Halves halves) {
        this.halves = halves;
    }

    static String of(Halves halves) {
        var reasons = new Reasons(halves);
        Truth together = halves.together();
        if (!together.known()) {
            return reasons.open();
        }
        return together.value() ? reasons.yes() : reasons.no();
    }

    private String yes() {
        if (halves.login()) {
            return "The caller's own side allows it, and the login asks nobody else.";
        }
        if (!halves.same()) {
            return halves.kind() == CallerKind.SERVICE
                    ? "The repository's side allows it, and a service needs nothing else."
                    : "Both sides allow it, as they have to across accounts.";
        }
        if (halves.kind() == CallerKind.ROOT) {
            return "A root user may do everything in its own account that nothing denies.";
        }
        if (halves.own().isTrue()) {
            return "The caller's own side allows it, which is enough in the repository's own account.";
        }
        return Opinion.any(halves.resource(), Opinion::directly).isTrue()
                ? "The repository's side names the caller itself, which is enough in the same account, whatever identity policies,"
                        + " boundary and session policy leave unsaid."
                : "The repository's side names the caller's role, so in the same account no identity policy is needed.";
    }

    private String no() {
        if (halves.denied().isTrue()) {
            return sentence(titles(Share.Says.DENIES), "denies it, and no Allow outweighs that.");
        }
        if (halves.withinScps().isFalse()) {
            return levels()
                    + " of the service control policies allows nothing of this, and each level has to. AWS's own"
                    + " FullAWSAccess counts only if it is given, too.";
        }
        if (halves.login()) {
            return lacking() + " Nobody else decides on the login.";
        }
        boolean theirs = !Opinion.any(halves.resource(), Opinion::allows).isFalse();
        if (halves.same()) {
            return lacking()
                    + (theirs
                            ? " The repository's side doesn't make up for that: it names the account, or a role that is limited by them."
                            : " The repository's side doesn't allow it either.");
        }
        if (halves.own().isFalse()) {
            return lacking()
                    + (theirs
                            ? " Across accounts the repository's side alone isn't enough."
                            : " The repository's side doesn't allow it either.");
        }
        return "The repository's side doesn't allow it"
                + (halves.kind() == CallerKind.SERVICE ? "." : ", and across accounts both sides have to.");
    }

    private String open() {
        List<String> titles = titles(Share.Says.DEPENDS);
        return titles.isEmpty()
                ? "The repository's side doesn't name the caller itself, and IAM's documentation leaves open whether the caller's"
                        + " boundary and session policy limit it then."
                : sentence(titles, "depends on what isn't known of the request.");
    }

    /** Says why the caller's own side doesn't allow it. */
    private String lacking() {
        if (halves.entitled().isFalse()) {
            return "No identity policy allows it.";
        }
        if (halves.withinBoundary().isFalse()) {
            return "The permissions boundary doesn't allow it.";
        }
        if (halves.withinSession().isFalse()) {
            return halves.session().isPresent()
                    ? "The session policy doesn't allow it."
                    : "A federated user whose session was made without a policy may do nothing by identity policies.";
        }
        return "The caller's own side doesn't allow it.";
    }

    private String levels() {
        List<String> silent = IntStream.range(0, halves.scps().size())
                .filter(level ->
                        Opinion.any(halves.scps().get(level), Opinion::allows).isFalse())
                .mapToObj(level -> "level " + (level + 1))
                .toList();
        return silent.isEmpty() ? "One level" : upper(String.join(" and ", silent));
    }

    private List<String> titles(Share.Says says) {
        var titles = new ArrayList<String>();
        for (Share share : halves.shares()) {
            if (share.says() == says && !titles.contains(share.source().title())) {
                titles.add(share.source().title());
            }
        }
        return titles;
    }

    private static String sentence(List<String> titles, String verb) {
        return titles.isEmpty() ? "A policy " + verb : "The " + String.join(" and the ", titles) + " " + verb;
    }

    private static String upper(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
