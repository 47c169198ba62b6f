package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.PrincipalVisitor;
import dev.ecrbot.policy.plan.Warning.Kind;
import dev.ecrbot.problem.phrase.PlanWarnings;
import java.util.Locale;
import java.util.Optional;

/** What an approver should know of a principal that is to be given access, whatever the access. */
record PrincipalWarnings(PrincipalLabels names) implements PrincipalVisitor<Optional<Warning>> {
    @Override
    public Optional<Warning> role(Principal.Role role) {
        return Optional.empty();
    }

    @Override
    public Optional<Warning> user(Principal.User user) {
        return user.name().toLowerCase(Locale.ROOT).contains("role")
                ? warning(Kind.USER_FORM_SUSPECT, PlanWarnings.userNamedLikeRole(user.name()))
                : Optional.empty();
    }

    @Override
    public Optional<Warning> account(Principal.Account account) {
        return warning(Kind.WHOLE_ACCOUNT, PlanWarnings.wholeAccount(names.of(account.owner())));
    }

    @Override
    public Optional<Warning> session(Principal.Session session) {
        return warning(Kind.SESSION, PlanWarnings.session());
    }

    @Override
    public Optional<Warning> federatedUser(Principal.FederatedUser user) {
        return warning(Kind.FEDERATED_USER, PlanWarnings.federatedUser());
    }

    @Override
    public Optional<Warning> lambdaFunctions(Principal.LambdaFunctions functions) {
        return warning(Kind.WHOLE_ACCOUNT, PlanWarnings.accountBesideFunctions(names.of(functions.owner())));
    }

    @Override
    public Optional<Warning> organization(Principal.Organization organization) {
        return warning(Kind.ORGANIZATION, PlanWarnings.organization(names.of(organization.path())));
    }

    @Override
    public Optional<Warning> orphan(Principal.Orphan orphan) {
        return Optional.empty();
    }

    @Override
    public Optional<Warning> everyone(Principal.Everyone everyone) {
        return Optional.empty();
    }

    @Override
    public Optional<Warning> service(Principal.Service service) {
        return Optional.empty();
    }

    @Override
    public Optional<Warning> other(Principal.Other other) {
        return Optional.empty();
    }

    private static Optional<Warning> warning(Kind kind, String text) {
        return Optional.of(new Warning(kind, text));
    }
}
