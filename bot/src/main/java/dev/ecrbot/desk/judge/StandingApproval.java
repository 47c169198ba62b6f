package dev.ecrbot.desk.judge;

import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.request.Approval;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.DecisionProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.util.List;
import java.util.Optional;

/** Judges anew what was approved a while ago and is not written yet. */
public final class StandingApproval {
    private final Ledger ledger;
    private final ApproverCheck approvers;

    StandingApproval(Ledger ledger, ApproverCheck approvers) {
        this.ledger = ledger;
        this.approvers = approvers;
    }

    /** Returns why the request couldn't be approved now by those who approved it; {@link Code#PERSON_UNKNOWN} if that can't be told. */
    public Optional<Problem> refusal(Request request) {
        Optional<Rule> rule = approvers.rule(request);
        if (rule.isEmpty()) {
            return Optional.of(approvers.noRule(request));
        }
        if (request.authority() == Authority.RULE) {
            return approvers.refusesRule(rule.get(), request);
        }
        List<PersonId> given = ledger
                .<List<Approval>>transact(transaction -> transaction
                        .requests()
                        .approvals(request.id(), request.revision().number()))
                .stream()
                .map(Approval::by)
                .toList();
        return given.stream()
                .flatMap(approver -> approvers.refusesApproval(rule.get(), request, approver).stream())
                .findFirst()
                .or(() -> given.size() < rule.get().approvers().approvals()
                        ? Optional.of(tooFew(request, rule.get()))
                        : Optional.empty());
    }

    private static Problem tooFew(Request request, Rule rule) {
        return DecisionProblems.tooFewApprovals(
                rule.name(), rule.approvers().approvals(), request.id().toString());
    }
}
