package dev.ecrbot.rules.change;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;

/**
 * Where repositories are: a registry in one of its Regions.
 *
 * @param registry its configured name
 */
public record RegistryPlace(String registry, AccountId account, Region region) {}
