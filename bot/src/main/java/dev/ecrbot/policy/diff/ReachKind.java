package dev.ecrbot.policy.diff;

import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalVisitor;

/**
 * How a kind of principal stands to the others in a policy, beside the accounts that reach all who live in them.
 *
 * @param wide whether what is said of it is said of many who aren't named
 * @param reaches whether others may be reached through its entry
 * @param reached whether it may be reached through an entry of those that reach others
 * @param nobody whether IAM knows nobody of that name
 */
record ReachKind(boolean wide, boolean reaches, boolean reached, boolean nobody) {
    private static final ReachKind ALONE = new ReachKind(false, false, false, false);
    private static final ReachKind WIDE = new ReachKind(true, false, false, false);
    private static final ReachKind REACHES = new ReachKind(false, true, false, false);
    private static final ReachKind NOBODY = new ReachKind(false, false, false, true);

    static ReachKind of(Principal principal) {
        return principal.visit(new ByKind());
    }

    private static final class ByKind implements PrincipalVisitor<ReachKind> {
        @Override
        public ReachKind role(Principal.Role role) {
            return REACHES;
        }

        @Override
        public ReachKind user(Principal.User user) {
            return ALONE;
        }

        @Override
        public ReachKind account(Principal.Account account) {
            return WIDE;
        }

        @Override
        public ReachKind session(Principal.Session session) {
            return new ReachKind(false, false, true, false);
        }

        @Override
        public ReachKind federatedUser(Principal.FederatedUser user) {
            return ALONE;
        }

        @Override
        public ReachKind lambdaFunctions(Principal.LambdaFunctions functions) {
            return new ReachKind(false, true, true, false);
        }

        @Override
        public ReachKind organization(Principal.Organization organization) {
            return new ReachKind(true, true, true, false);
        }

        @Override
        public ReachKind orphan(Principal.Orphan orphan) {
            return NOBODY;
        }

        @Override
        public ReachKind everyone(Principal.Everyone everyone) {
            return WIDE;
        }

        @Override
        public ReachKind service(Principal.Service service) {
            return REACHES;
        }

        // A wildcard inside an ARN means nothing to IAM.
        @Override
        public ReachKind other(Principal.Other other) {
            return other.type().equals("AWS") ? NOBODY : ALONE;
        }
    }
}
