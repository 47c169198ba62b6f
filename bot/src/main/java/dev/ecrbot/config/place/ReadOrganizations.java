package dev.ecrbot.config.place;

import dev.ecrbot.config.Organization;
import dev.ecrbot.ecr.OrganizationPath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The organizations as far as they could be read.
 *
 * @param declared every name that the file has, so that a mistake in one is not reported again wherever it is used
 */
public record ReadOrganizations(Set<String> declared, Map<String, Organization> valid) {

    /** Returns whether the text begins with one of the names. */
    public boolean names(String text) {
        return declared.contains(head(text));
    }

    /** Returns the organization or unit that is written by name or id, {@code acme/r-ab12/ou-ab12-11111111} for example. */
    public Optional<OrganizationPath> path(String text) {
        String head = head(text);
        if (!declared.contains(head)) {
            return OrganizationPath.parse(text);
        }
        return Optional.ofNullable(valid.get(head))
                .flatMap(organization -> OrganizationPath.parse(organization.id() + text.substring(head.length())));
    }

    private static String head(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? text : text.substring(0, slash);
    }
}
