package dev.ecrbot.config;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.OrganizationPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An organization in AWS Organizations.
 *
 * @param places the accounts in it that the file tells of, and where they are; a whole organization where only that is known
 */
public record Organization(OrganizationId id, Map<AccountId, OrganizationPath> places) {
    public Organization {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
    }
}
