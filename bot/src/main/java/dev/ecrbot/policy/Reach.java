package dev.ecrbot.policy;

/**
 * Through which principals access comes to another one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM: an
 *     account stands for all in it, a role for its sessions</a>
 */
public final class Reach {
    private Reach() {}

    /** Returns whether a statement that names the first one is about the second one too, at least by delegation. */
    public static boolean includes(Principal named, Principal principal) {
        return named.visit(new Includes(principal));
    }

    /** Whether each kind of principal, being named, includes this one. */
    private record Includes(Principal principal) implements PrincipalVisitor<Boolean> {
        @Override
        public Boolean role(Principal.Role role) {
            return role.equals(principal)
                    || (principal instanceof Principal.Session session
                            && role.in() == session.in()
                            && role.owner().equals(session.owner())
                            && role.name().equals(session.role()));
        }

        @Override
        public Boolean user(Principal.User user) {
            return user.equals(principal);
        }

        @Override
        public Boolean account(Principal.Account account) {
            return principal instanceof Principal.OfAccount of
                    && of.owner().equals(account.owner())
                    && of.in() == account.in();
        }

        @Override
        public Boolean session(Principal.Session session) {
            return session.equals(principal);
        }

        @Override
        public Boolean federatedUser(Principal.FederatedUser user) {
            return user.equals(principal);
        }

        // Which of two patterns matches more can be told only where one is plain or matches everything.
        @Override
        public Boolean lambdaFunctions(Principal.LambdaFunctions functions) {
            return principal instanceof Principal.LambdaFunctions others
                    && functions.region().equals(others.region())
                    && functions.owner().equals(others.owner())
                    && (functions.pattern().equals("*") || functions.pattern().equals(others.pattern()));
        }

        @Override
        public Boolean organization(Principal.Organization organization) {
            return principal instanceof Principal.Organization other
                    && organization.path().contains(other.path());
        }

        @Override
        public Boolean orphan(Principal.Orphan orphan) {
            return orphan.equals(principal);
        }

        @Override
        public Boolean everyone(Principal.Everyone everyone) {
            return true;
        }

        @Override
        public Boolean service(Principal.Service service) {
            return service.equals(principal)
                    || (principal instanceof Principal.LambdaFunctions && service.equals(PrincipalForm.lambda()));
        }

        @Override
        public Boolean other(Principal.Other other) {
            return other.equals(principal);
        }
    }

    /**
     * Returns whether some requests of the second one may be the first one's, though neither stands for the other: a role is
     * asked about and one of its sessions is named, or a federated user and a user who may have made it, either way.
     */
    public static boolean touches(Principal named, Principal principal) {
        if (named instanceof Principal.Session session) {
            return principal instanceof Principal.Role && includes(principal, session);
        }
        boolean federated = (named instanceof Principal.FederatedUser && principal instanceof Principal.User)
                || (named instanceof Principal.User && principal instanceof Principal.FederatedUser);
        return federated
                && named.account().equals(principal.account())
                && named.partition().equals(principal.partition());
    }
}
