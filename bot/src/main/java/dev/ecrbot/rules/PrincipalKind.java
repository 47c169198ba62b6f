package dev.ecrbot.rules;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalVisitor;
import java.util.Locale;
import java.util.Optional;

/** The kinds of principal that rules tell apart. */
public enum PrincipalKind {
    ROLE,
    USER,
    /** A whole account, or its Lambda functions, which need the whole account named beside them. */
    ACCOUNT,
    /** A whole organization, or a unit of one. */
    ORGANIZATION;

    /** Returns the principal's kind: a session counts as its role, a federated user as a user; empty for what no rule can give. */
    public static Optional<PrincipalKind> of(Principal principal) {
        return principal.visit(new Finder());
    }

    /** Returns the word the config has for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return word();
    }

    private static final class Finder implements PrincipalVisitor<Optional<PrincipalKind>> {
        @Override
        public Optional<PrincipalKind> role(Principal.Role role) {
            return Optional.of(ROLE);
        }

        @Override
        public Optional<PrincipalKind> user(Principal.User user) {
            return Optional.of(USER);
        }

        @Override
        public Optional<PrincipalKind> account(Principal.Account account) {
            return Optional.of(ACCOUNT);
        }

        @Override
        public Optional<PrincipalKind> session(Principal.Session session) {
            return Optional.of(ROLE);
        }

        @Override
        public Optional<PrincipalKind> federatedUser(Principal.FederatedUser user) {
            return Optional.of(USER);
        }

        @Override
        public Optional<PrincipalKind> lambdaFunctions(Principal.LambdaFunctions functions) {
            return Optional.of(ACCOUNT);
        }

        @Override
        public Optional<PrincipalKind> organization(Principal.Organization organization) {
            return Optional.of(ORGANIZATION);
        }

        @Override
        public Optional<PrincipalKind> orphan(Principal.Orphan orphan) {
            return Optional.empty();
        }

        @Override
        public Optional<PrincipalKind> everyone(Principal.Everyone everyone) {
            return Optional.empty();
        }

        @Override
        public Optional<PrincipalKind> service(Principal.Service service) {
            return Optional.empty();
        }

        @Override
        public Optional<PrincipalKind> other(Principal.Other other) {
            return Optional.empty();
        }
    }
}
