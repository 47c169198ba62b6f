package dev.ecrbot.slack.message;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.PrincipalVisitor;

/** What each kind of principal is called in a message, before anything in it is made safe to show. */
record PrincipalText(DisplayNames display, PrincipalLabels names) implements PrincipalVisitor<String> {
    PrincipalText(DisplayNames display) {
        this(display, new PrincipalLabels(display.accounts(), display.organizations()));
    }

    @Override
    public String role(Principal.Role role) {
        return names.of(role);
    }

    @Override
    public String user(Principal.User user) {
        return names.of(user);
    }

    @Override
    public String account(Principal.Account account) {
        return display.accounts().containsKey(account.owner())
                ? "the whole account " + display.account(account.owner())
                : "the whole " + display.account(account.owner());
    }

    @Override
    public String session(Principal.Session session) {
        return names.of(session);
    }

    @Override
    public String federatedUser(Principal.FederatedUser user) {
        return names.of(user);
    }

    @Override
    public String lambdaFunctions(Principal.LambdaFunctions functions) {
        return names.of(functions);
    }

    @Override
    public String organization(Principal.Organization organization) {
        return names.of(organization);
    }

    @Override
    public String orphan(Principal.Orphan orphan) {
        return "a deleted principal (" + orphan.id() + ")";
    }

    @Override
    public String everyone(Principal.Everyone everyone) {
        return names.of(everyone);
    }

    @Override
    public String service(Principal.Service service) {
        return "the service " + service.host();
    }

    @Override
    public String other(Principal.Other other) {
        return other.type() + " " + other.text();
    }
}
