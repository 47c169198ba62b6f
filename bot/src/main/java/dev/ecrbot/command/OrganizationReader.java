package dev.ecrbot.command;

import static dev.ecrbot.command.word.Misread.quote;

import dev.ecrbot.command.word.Misread;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Guess;
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
            throw wrong(
                    "There is no organization " + quote(head) + " here.",
                    Guess.didYouMean(head, names.organizations().keySet(), known()));
        }
        return OrganizationPath.parse(id.get() + path.substring(head.length()))
                .map(Principal.Organization::new)
                .orElseThrow(() -> wrong(
                        quote(typed) + " isn't a unit of an organization.",
                        "Write all the ids from the root down, org:" + head + "/r-ab12/ou-ab12-11111111 for example."));
    }

    private String known() {
        String id = "an id, org:o-abc123def4 for example.";
        return names.organizations().isEmpty()
                ? "Write " + id
                : "Write a name (" + Misread.list(names.organizations().keySet()) + ") or " + id;
    }

    private static String head(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    private static ProblemException wrong(String what, String next) {
        return Misread.of(Code.PRINCIPAL_MALFORMED, what, next);
    }
}
