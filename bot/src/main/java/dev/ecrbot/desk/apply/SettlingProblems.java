package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.live.PolicyEvidence;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.WriteProblems;
import java.util.Optional;

/** Says of a write that no reading shows what that means, and what to do about it. */
final class SettlingProblems {
    private SettlingProblems() {}

    static Problem notTaken(Request request) {
        return WriteProblems.notTaken(request.id().toString(), holder(request));
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
                .orElseGet(() -> WriteProblems.overwritten(request.id().toString(), holder(request)));
    }

    private static boolean isDeleted(Request request, Edit.Grant given, PolicyDocument live) {
        var owned = new Owned(given.principal(), given.access(), given.until());
        return PolicyEvidence.lost(request.change().target(), owned, Optional.of(live))
                == Grant.Reason.PRINCIPAL_DELETED;
    }

    private static Problem deleted(Request request) {
        return WriteProblems.principalDeleted(
                request.id().toString(), request.change().edit().principal().text());
    }

    static Problem unsteady(Request request) {
        return WriteProblems.policyKeepsChanging(
                request.id().toString(), request.change().target());
    }

    static Problem unreadable(Request request, Problem why) {
        return WriteProblems.policyUnreadable(
                request.id().toString(), request.change().target(), why);
    }

    static Problem gone(Request request) {
        return WriteProblems.repositoryDeleted(holder(request), request.id().toString());
    }

    private static PolicyHolder holder(Request request) {
        return request.change().target().holder();
    }
}
