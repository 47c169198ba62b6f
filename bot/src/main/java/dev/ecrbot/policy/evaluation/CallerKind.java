package dev.ecrbot.policy.evaluation;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalVisitor;

/**
 * Which policies there are of a kind of caller.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html">IAM: policy types</a>
 */
enum CallerKind {
    /** A role stands for its sessions. */
    ROLE,
    USER,
    SESSION,
    FEDERATED_USER,
    /** The account's root user: it may do everything that no policy of a resource or an organization denies. */
    ROOT,
    /** A service in its own name: policies of resources alone decide. */
    SERVICE,
    /** Many callers at once, each of whom has policies of their own. */
    MANY;

    static CallerKind of(Principal principal) {
        return principal.visit(new ByKind());
    }

    /** Returns whether it has identity policies, and may have a boundary. */
    boolean hasIdentity() {
        return hasSession() || this == USER;
    }

    /** Returns whether its sessions may be made with a session policy. */
    boolean hasSession() {
        return this == ROLE || this == SESSION || this == FEDERATED_USER;
    }

    private static final class ByKind implements PrincipalVisitor<CallerKind> {
        @Override
        public CallerKind role(Principal.Role role) {
            return ROLE;
        }

        @Override
        public CallerKind user(Principal.User user) {
            return USER;
        }

        @Override
        public CallerKind account(Principal.Account account) {
            return ROOT;
        }

        @Override
        public CallerKind session(Principal.Session session) {
            return SESSION;
        }

        @Override
        public CallerKind federatedUser(Principal.FederatedUser user) {
            return FEDERATED_USER;
        }

        @Override
        public CallerKind lambdaFunctions(Principal.LambdaFunctions functions) {
            return SERVICE;
        }

        @Override
        public CallerKind organization(Principal.Organization organization) {
            return MANY;
        }

        @Override
        public CallerKind orphan(Principal.Orphan orphan) {
            return MANY;
        }

        @Override
        public CallerKind everyone(Principal.Everyone everyone) {
            return MANY;
        }

        @Override
        public CallerKind service(Principal.Service service) {
            return SERVICE;
        }

        @Override
        public CallerKind other(Principal.Other other) {
            return MANY;
        }
    }
}
