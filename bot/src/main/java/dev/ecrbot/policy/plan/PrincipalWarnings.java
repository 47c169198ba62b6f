package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalVisitor;
import dev.ecrbot.policy.plan.Warning.Kind;
import java.util.Locale;
import java.util.Optional;

/** What an approver should know of a principal that is to be given access, whatever the access. */
record PrincipalWarnings(Names names) implements PrincipalVisitor<Optional<Warning>> {
    @Override
    public Optional<Warning> role(Principal.Role role) {
        return Optional.empty();
    }

    @Override
    public Optional<Warning> user(Principal.User user) {
        return user.name().toLowerCase(Locale.ROOT).contains("role")
                ? warning(Kind.USER_FORM_SUSPECT, user.name() + " is asked for as a user, and is named like a role.")
                : Optional.empty();
    }

    @Override
    public Optional<Warning> account(Principal.Account account) {
        return warning(Kind.WHOLE_ACCOUNT, "Every role that " + names.of(account.owner()) + " trusts gets this.");
    }

    @Override
    public Optional<Warning> session(Principal.Session session) {
        return warning(Kind.SESSION, "This is one session of a role: a later session of another name doesn't get it.");
    }

    @Override
    public Optional<Warning> federatedUser(Principal.FederatedUser user) {
        return warning(
                Kind.FEDERATED_USER,
                "Whoever may call GetFederationToken in that account can take the name of this federated user.");
    }

    @Override
    public Optional<Warning> lambdaFunctions(Principal.LambdaFunctions functions) {
        return warning(
                Kind.WHOLE_ACCOUNT,
                "AWS wants the whole account named beside the functions: every role that " + names.of(functions.owner())
                        + " trusts gets this, too.");
    }

    @Override
    public Optional<Warning> organization(Principal.Organization organization) {
        return warning(
                Kind.ORGANIZATION,
                "Every account in " + names.of(organization.path())
                        + " gets this, those that join it later included, and hands it on to the roles it trusts.");
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
