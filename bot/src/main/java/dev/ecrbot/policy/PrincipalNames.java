package dev.ecrbot.policy;

import dev.ecrbot.ecr.AccountId;

/** What each kind of principal is called in texts for people. */
record PrincipalNames(PrincipalLabels names) implements PrincipalVisitor<String> {
    @Override
    public String role(Principal.Role role) {
        return "role " + entity(role.path(), role.name(), role.owner());
    }

    @Override
    public String user(Principal.User user) {
        return "user " + entity(user.path(), user.name(), user.owner());
    }

    @Override
    public String account(Principal.Account account) {
        return names.of(account.owner());
    }

    @Override
    public String session(Principal.Session session) {
        return "session " + session.session() + " of role " + session.role() + " in " + names.of(session.owner());
    }

    @Override
    public String federatedUser(Principal.FederatedUser user) {
        return "federated user " + user.name() + " in " + names.of(user.owner());
    }

    @Override
    public String lambdaFunctions(Principal.LambdaFunctions functions) {
        return "Lambda functions " + (functions.pattern().equals("*") ? "" : functions.pattern() + " ") + "of "
                + names.of(functions.owner());
    }

    @Override
    public String organization(Principal.Organization organization) {
        return names.of(organization.path());
    }

    @Override
    public String orphan(Principal.Orphan orphan) {
        return "deleted principal " + orphan.id();
    }

    @Override
    public String everyone(Principal.Everyone everyone) {
        return "everyone (*)";
    }

    @Override
    public String service(Principal.Service service) {
        return PrincipalLabels.clean(service.text());
    }

    @Override
    public String other(Principal.Other other) {
        return PrincipalLabels.clean(other.text());
    }

    private String entity(String path, String name, AccountId owner) {
        return (path.equals("/") ? "" : path.substring(1)) + name + " in " + names.of(owner);
    }
}
