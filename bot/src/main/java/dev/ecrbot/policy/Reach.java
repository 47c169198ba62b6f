package dev.ecrbot.policy;

/**
 * Through which principals access comes to another one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM: an
 *     account stands for all in it, a role for its sessions</a>
 */
public final class Reach {
    private Reach() {}

    // Which of two patterns matches more can be told only where one is plain or matches everything.
    private static boolean includes(Principal.LambdaFunctions some, Principal.LambdaFunctions others) {
        boolean sameAccount =
                some.region().equals(others.region()) && some.owner().equals(others.owner());
        return sameAccount && (some.pattern().equals("*") || some.pattern().equals(others.pattern()));
    }

    /** Returns whether a statement that names the first one is about the second one too, at least by delegation. */
    public static boolean includes(Principal named, Principal principal) {
        if (named instanceof Principal.Everyone) {
            return true;
        }
        if (named instanceof Principal.Account account) {
            return principal instanceof Principal.OfAccount of
                    && of.owner().equals(account.owner())
                    && of.in() == account.in();
        }
        if (named instanceof Principal.Organization organization) {
            return principal instanceof Principal.Organization other
                    && organization.path().contains(other.path());
        }
        if (principal instanceof Principal.LambdaFunctions functions) {
            return named.equals(PrincipalForm.lambda())
                    || (named instanceof Principal.LambdaFunctions others && includes(others, functions));
        }
        if (named instanceof Principal.Role role && principal instanceof Principal.Session session) {
            return role.in() == session.in()
                    && role.owner().equals(session.owner())
                    && role.name().equals(session.role());
        }
        return named.equals(principal);
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
