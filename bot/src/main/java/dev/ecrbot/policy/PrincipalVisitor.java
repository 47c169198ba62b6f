package dev.ecrbot.policy;

/** Has an answer for every kind of principal. */
public interface PrincipalVisitor<T> {
    T role(Principal.Role role);

    T user(Principal.User user);

    T account(Principal.Account account);

    T session(Principal.Session session);

    T federatedUser(Principal.FederatedUser user);

    T lambdaFunctions(Principal.LambdaFunctions functions);

    T organization(Principal.Organization organization);

    T orphan(Principal.Orphan orphan);

    T everyone(Principal.Everyone everyone);

    T service(Principal.Service service);

    T other(Principal.Other other);
}
