package dev.ecrbot.command;

import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.PrincipalProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.Locale;
import java.util.Optional;

/** Reads an organization or a unit: {@code org:o-abc123def4}, {@code org:acme/r-ab12/ou-ab12-11111111}, or that without {@code org:}. */
final class OrganizationReader {
    private static final String PREFIX = "org:";

    private final Names names;

    OrganizationReader(Names names) {
        this.names = names;
    }

    /** Returns the organization, unless the word is no attempt to write one. */
    Optional<Principal> find(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        if (lower.startsWith(PREFIX)) {
            return Optional.of(read(typed.substring(PREFIX.length()), typed));
        }
        return lower.startsWith("o-") || names.organization(head(typed)).isPresent()
                ? Optional.of(read(typed, typed))
                : Optional.empty();
    }

    private Principal read(String path, String typed) {
        String head = head(path);
        Optional<OrganizationId> id = names.organization(head).or(() -> OrganizationId.parse(head));
        if (id.isEmpty()) {
            throw new ProblemException(PrincipalProblems.organizationUnknown(
                    head, names.organizations().keySet()));
        }
        return OrganizationPath.parse(id.get() + path.substring(head.length()))
                .map(Principal.Organization::new)
                .orElseThrow(() -> new ProblemException(PrincipalProblems.notAUnit(typed, head)));
    }

    private static String head(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }
}
