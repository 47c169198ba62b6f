package dev.ecrbot.sandbox.ecr;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is kept of a registry in a Region; guarded by the lock of the model. */
final class RegistryState {

    final Map<String, RepositoryState> repositories = new TreeMap<>();
    Optional<StoredPolicy> policy = Optional.empty();
    String policyScope = "V2";
}
