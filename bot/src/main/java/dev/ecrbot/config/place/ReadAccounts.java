package dev.ecrbot.config.place;

import dev.ecrbot.ecr.AccountId;
import java.util.Map;
import java.util.Set;

/**
 * The accounts as far as they could be read.
 *
 * @param declared every name that the file has, so that a mistake in one is not reported again wherever it is used
 */
public record ReadAccounts(Set<String> declared, Map<String, AccountId> valid) {}
