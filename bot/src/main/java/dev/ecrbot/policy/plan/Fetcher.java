package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalVisitor;
import dev.ecrbot.problem.phrase.FetchHints;
import java.util.Optional;

/**
 * How a principal of some kind gets at images, once a policy lets it.
 *
 * @param who who needs the identity policy, where that isn't the principal itself
 * @param logsIn whether that policy has to allow the login
 * @param role the name of the role that fetches them; empty if it has none
 */
record Fetcher(Optional<String> who, boolean logsIn, String role) {
    private static final Fetcher ITSELF = new Fetcher(Optional.empty(), true, "");
    private static final Fetcher MANY = new Fetcher(Optional.of(FetchHints.everyUser()), true, "");

    static Fetcher of(Principal principal) {
        return principal.visit(new ByKind());
    }

    private static Fetcher ofRole(String name) {
        return new Fetcher(Optional.empty(), true, name);
    }

    private static final class ByKind implements PrincipalVisitor<Fetcher> {
        @Override
        public Fetcher role(Principal.Role role) {
            return ofRole(role.name());
        }

        @Override
        public Fetcher user(Principal.User user) {
            return ITSELF;
        }

        @Override
        public Fetcher account(Principal.Account account) {
            return MANY;
        }

        @Override
        public Fetcher session(Principal.Session session) {
            return ofRole(session.role());
        }

        @Override
        public Fetcher federatedUser(Principal.FederatedUser user) {
            return ITSELF;
        }

        // Lambda fetches images without a login.
        @Override
        public Fetcher lambdaFunctions(Principal.LambdaFunctions functions) {
            return new Fetcher(Optional.of(FetchHints.whoeverMakesFunctions()), false, "");
        }

        @Override
        public Fetcher organization(Principal.Organization organization) {
            return MANY;
        }

        @Override
        public Fetcher orphan(Principal.Orphan orphan) {
            return ITSELF;
        }

        @Override
        public Fetcher everyone(Principal.Everyone everyone) {
            return ITSELF;
        }

        @Override
        public Fetcher service(Principal.Service service) {
            return ITSELF;
        }

        @Override
        public Fetcher other(Principal.Other other) {
            return ITSELF;
        }
    }
}
