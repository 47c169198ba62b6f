package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.Optional;

/** Says of a write that no reading shows what that means, and what to do about it. */
final class SettlingProblems {
    private SettlingProblems() {}

    static Problem notTaken(Request request) {
        return new Problem(
                Code.WRITE_NOT_TAKEN,
                "AWS's answer to the write of " + request.id() + " got lost, and reading the policy of "
                        + policy(request)
                        + " twice shows that AWS did not apply it: nothing was changed.",
                "Ask again.");
    }

    /**
     * AWS had said that it took the write.
     *
     * @param live the policy without it
     */
    static Problem overwritten(Request request, PolicyDocument live) {
        return request.change()
                .edit()
                .granted()
                .filter(given -> isDeleted(request, given, live))
                .map(given -> deleted(request))
                .orElseGet(() -> new Problem(
                        Code.READ_BACK_DIFFERS,
                        "AWS accepted the write of " + request.id() + ", but the policy of "
                                + policy(request)
                                + " is a different one now and lacks the change: somebody else has overwritten it.",
                        "Find out who else writes this policy (a pipeline, Terraform), then ask again."));
    }

    private static boolean isDeleted(Request request, Edit.Grant given, PolicyDocument live) {
        var owned = new Owned(given.principal(), given.access(), given.until());
        return PolicyEvidence.lost(request.change().target(), owned, Optional.of(live))
                == Grant.Reason.PRINCIPAL_DELETED;
    }

    private static Problem deleted(Request request) {
        return new Problem(
                Code.READ_BACK_DIFFERS,
                "AWS accepted the write of " + request.id() + ", but "
                        + request.change().edit().principal().text()
                        + " was deleted right after: AWS shows an id in its place, which lets nobody in.",
                "Ask again once it is there again; it has another id then, so the access doesn't come back by itself.");
    }

    static Problem unsteady(Request request) {
        return new Problem(
                Code.OUTCOME_UNKNOWN,
                "ecr-bot can't tell whether the write of " + request.id() + " took effect: the policy of "
                        + policy(request) + " keeps changing.",
                next(request));
    }

    static Problem unreadable(Request request, Problem why) {
        return new Problem(
                Code.OUTCOME_UNKNOWN,
                "ecr-bot can't tell whether the write of " + request.id() + " took effect: the policy of "
                        + policy(request) + " couldn't be read for an hour. " + why.what(),
                next(request));
    }

    static Problem gone(Request request) {
        return new Problem(
                Code.REPOSITORY_NOT_FOUND,
                policy(request) + " was deleted while " + request.id()
                        + " was being written. Its policy went with it, so nothing of that write is left.",
                "Ask again if the repository is made anew.");
    }

    private static String next(Request request) {
        return "Type /ecr status " + request.change().target().typed()
                + " to see who has what there now. ecr-bot looks for the write for an hour, and tells you if it finds it.";
    }

    private static String policy(Request request) {
        return request.change().target().holder().label();
    }
}
