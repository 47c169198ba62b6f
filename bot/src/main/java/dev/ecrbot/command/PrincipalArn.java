package dev.ecrbot.command;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.problem.PrincipalProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.Optional;

/** Reads the ARN of a principal: strictly for somebody who is to be granted access, as it stands for all others. */
final class PrincipalArn {

    private PrincipalArn() {}

    static Principal granted(String typed, Partition wanted) {
        Arn arn = Arn.parse(typed).orElseThrow(() -> new ProblemException(PrincipalProblems.partialArn(typed)));
        if (arn.service().equals("lambda")) {
            return FunctionsReader.ofArn(typed, wanted);
        }
        if (!arn.service().equals("iam") && !arn.service().equals("sts")) {
            throw new ProblemException(PrincipalProblems.arnOfOtherService(typed, arn.service()));
        }
        Partition partition = Partition.byId(arn.partition())
                .orElseThrow(() -> new ProblemException(PrincipalProblems.notAPartition(arn.partition())));
        if (partition != wanted) {
            throw new ProblemException(PrincipalProblems.inOtherPartition(typed, partition, wanted));
        }
        Optional<AccountId> account = AccountId.parse(arn.account());
        if (account.isEmpty() && !arn.resource().startsWith("policy/")) {
            throw new ProblemException(PrincipalProblems.arnWithoutAccount(typed));
        }
        if (!arn.region().isEmpty()) {
            throw new ProblemException(PrincipalProblems.arnWithRegion(typed));
        }
        checkService(arn, typed);
        // A policy of AWS's own has no account, and is refused as a policy whatever the account.
        return IamResource.read(arn.resource(), account.orElse(new AccountId("000000000000")), partition);
    }

    /** Returns the principal with exactly this text. */
    static Principal any(String typed) {
        return Arn.parse(typed)
                .flatMap(PrincipalArn::known)
                .or(() -> Principals.functions(typed))
                .orElseGet(() -> new Principal.Other(type(typed), typed));
    }

    private static Optional<Principal> known(Arn arn) {
        Optional<Partition> partition = Partition.byId(arn.partition());
        Optional<AccountId> account = AccountId.parse(arn.account());
        if (partition.isEmpty() || account.isEmpty() || !arn.region().isEmpty()) {
            return Optional.empty();
        }
        Partition in = partition.get();
        AccountId owner = account.get();
        int first = arn.resource().indexOf('/');
        int last = arn.resource().lastIndexOf('/');
        String kind = arn.service() + ":"
                + (first < 0 ? arn.resource() : arn.resource().substring(0, first));
        String path = first < 0 ? "" : arn.resource().substring(first, last + 1);
        String name = arn.resource().substring(last + 1);
        if (name.isEmpty() || (first < 0 && !kind.equals("iam:root"))) {
            return Optional.empty();
        }
        return switch (kind) {
            case "iam:root" -> first < 0 ? Optional.of(new Principal.Account(in, owner)) : Optional.empty();
            case "iam:role" -> Optional.of(new Principal.Role(in, owner, path, name));
            case "iam:user" -> Optional.of(new Principal.User(in, owner, path, name));
            case "sts:assumed-role" -> session(in, owner, path, name);
            case "sts:federated-user" ->
                path.equals("/") ? Optional.of(new Principal.FederatedUser(in, owner, name)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Principal> session(Partition in, AccountId owner, String path, String name) {
        String role = path.length() < 3 ? "" : path.substring(1, path.length() - 1);
        return role.isEmpty() || role.contains("/")
                ? Optional.empty()
                : Optional.of(new Principal.Session(in, owner, role, name));
    }

    private static String type(String typed) {
        return typed.contains(":saml-provider/") || typed.contains(":oidc-provider/") ? "Federated" : "AWS";
    }

    private static void checkService(Arn arn, String typed) {
        String resource = arn.resource();
        boolean temporary = resource.startsWith("assumed-role/") || resource.startsWith("federated-user/");
        if (temporary != arn.service().equals("sts")) {
            throw new ProblemException(PrincipalProblems.iamAndStsMixed(typed));
        }
    }
}
