package dev.ecrbot.aws;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalVisitor;

/** What has to exist before AWS takes a principal into a document. */
enum Existence {
    /** An account, which has enabled the Region. */
    ACCOUNT,
    /** A role or a user, which somebody makes and may delete. */
    ENTITY,
    /** A session, which ends. */
    SESSION,
    /** Nothing that is known. */
    UNKNOWN;

    static Existence of(Principal principal) {
        return principal.visit(new Finder());
    }

    private static final class Finder implements PrincipalVisitor<Existence> {
        @Override
        public Existence role(Principal.Role role) {
            return ENTITY;
        }

        @Override
        public Existence user(Principal.User user) {
            return ENTITY;
        }

        @Override
        public Existence account(Principal.Account account) {
            return ACCOUNT;
        }

        @Override
        public Existence session(Principal.Session session) {
            return SESSION;
        }

        @Override
        public Existence federatedUser(Principal.FederatedUser user) {
            return SESSION;
        }

        @Override
        public Existence lambdaFunctions(Principal.LambdaFunctions functions) {
            return ACCOUNT;
        }

        @Override
        public Existence organization(Principal.Organization organization) {
            return UNKNOWN;
        }

        @Override
        public Existence orphan(Principal.Orphan orphan) {
            return UNKNOWN;
        }

        @Override
        public Existence everyone(Principal.Everyone everyone) {
            return UNKNOWN;
        }

        @Override
        public Existence service(Principal.Service service) {
            return UNKNOWN;
        }

        @Override
        public Existence other(Principal.Other other) {
            return UNKNOWN;
        }
    }
}
