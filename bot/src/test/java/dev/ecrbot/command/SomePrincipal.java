package dev.ecrbot.command;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Principal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Principals of all kinds, by what commands may do with them. */
final class SomePrincipal {
    private SomePrincipal() {}

    static Arbitrary<Principal> grantable() {
        Arbitrary<AccountId> account =
                Arbitraries.strings().numeric().ofLength(12).map(AccountId::new);
        Arbitrary<String> path = Arbitraries.of("/", "/ci/", "/aws-reserved/sso.amazonaws.com/", "/a--b/");
        Arbitrary<String> name = Arbitraries.strings()
                .withChars("abcXYZ019+=,.@_-")
                .ofMinLength(2)
                .ofMaxLength(32);
        return Arbitraries.oneOf(
                account.map(a -> new Principal.Account(Partition.AWS, a)),
                Combinators.combine(account, path, name).as((a, p, n) -> new Principal.Role(Partition.AWS, a, p, n)),
                Combinators.combine(account, path, name).as((a, p, n) -> new Principal.User(Partition.AWS, a, p, n)),
                Combinators.combine(account, name, name).as((a, r, s) -> new Principal.Session(Partition.AWS, a, r, s)),
                Combinators.combine(account, name).as((a, n) -> new Principal.FederatedUser(Partition.AWS, a, n)));
    }

    static Arbitrary<Principal> onlyRevocable() {
        return Arbitraries.of(
                new Principal.Everyone(),
                new Principal.Orphan("AROAEXAMPLE1234567890"),
                new Principal.Service("lambda.amazonaws.com"),
                new Principal.Other(
                        "CanonicalUser", "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"),
                new Principal.Other("Federated", "arn:aws:iam::222222222222:saml-provider/corp"),
                new Principal.Other("AWS", "arn:aws:iam::222222222222:*"),
                new Principal.Other("AWS", "new statement"),
                new Principal.Role(Partition.AWS_CN, new AccountId("222222222222"), "/x$y/", "*"));
    }
}
