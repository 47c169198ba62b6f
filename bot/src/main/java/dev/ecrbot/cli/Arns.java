package dev.ecrbot.cli;

import dev.ecrbot.cli.words.ArgumentWords;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.PrincipalLabels;
import dev.ecrbot.policy.Principals;
import java.util.Optional;

/** Reads whom and what a question is about. */
final class Arns {
    private static final String REPOSITORY = "repository/";

    private Arns() {}

    static Repository repository(String text) throws BadInput {
        String[] parts = text.split(":", 6);
        if (parts.length == 6 && parts[0].equals("arn") && parts[2].equals("ecr") && parts[5].startsWith(REPOSITORY)) {
            Optional<Region> region = Region.parse(parts[3]);
            Optional<AccountId> account = AccountId.parse(parts[4]);
            Optional<RepositoryName> name = RepositoryName.parse(parts[5].substring(REPOSITORY.length()));
            if (region.filter(in -> in.partition().id().equals(parts[1])).isPresent()
                    && account.isPresent()
                    && name.isPresent()) {
                return new Repository(account.get(), region.get(), name.get());
            }
        }
        throw new BadInput(ArgumentWords.noRepository(PrincipalLabels.clean(text)));
    }

    /** Returns who is meant: by an ARN, an account's id, or a service's host name. */
    static Principal principal(String text, Partition home) throws BadInput {
        Principal principal = Principals.parse("AWS", text, home);
        if (principal instanceof Principal.Other) {
            principal = Principals.parse("Service", text, home);
        }
        if (!(principal instanceof Principal.Caller)) {
            throw new BadInput(ArgumentWords.noCaller(PrincipalLabels.clean(text)));
        }
        return principal;
    }
}
