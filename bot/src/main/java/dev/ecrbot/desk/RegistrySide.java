package dev.ecrbot.desk;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.ProblemException;

/** What stands beside a repository's policy: the one of its registry, which rules on all repositories there. */
sealed interface RegistrySide {

    /** Reads it live; not being able to is no failure, since it is only told of. */
    static RegistrySide read(Policies policies, Repository repository) {
        try {
            return new Read(policies.read(new RegionalRegistry(repository.account(), repository.region())));
        } catch (ProblemException e) {
            return new Unread(e.problem().what());
        }
    }

    record Read(PolicyDocument policy) implements RegistrySide {}

    /**
     * It can't be told what it says.
     *
     * @param why one or two sentences
     */
    record Unread(String why) implements RegistrySide {}
}
