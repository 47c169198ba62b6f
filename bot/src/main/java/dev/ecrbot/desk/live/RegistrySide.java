package dev.ecrbot.desk.live;

import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.phrase.RegistryDoubts;
import java.util.function.Function;

/** What stands beside a repository's policy: the one of its registry, which rules on all repositories there. */
public sealed interface RegistrySide {

    /** Returns what the function for this outcome makes of it. */
    <T> T visit(
            Function<? super Read, ? extends T> read,
            Function<? super Silent, ? extends T> silent,
            Function<? super Unread, ? extends T> unread);

    /** Reads it live; not being able to is no failure, since it is only told of. */
    static RegistrySide read(Policies policies, Repository repository) {
        return read(policies, new RegionalRegistry(repository.account(), repository.region()));
    }

    /** Reads it live, and which of it AWS enforces. */
    static RegistrySide read(Policies policies, RegionalRegistry registry) {
        try {
            PolicyDocument policy = policies.read(registry);
            return policy.isEmpty() ? new Read(policy) : enforced(policy, policies.scope(registry));
        } catch (ProblemException e) {
            return new Unread(e.problem().what());
        }
    }

    /** Returns what is enforced of it under that scope. */
    static RegistrySide enforced(PolicyDocument policy, PolicyScope scope) {
        return switch (scope) {
            case V2 -> new Read(policy);
            case V1 -> new Silent();
            case UNKNOWN -> new Unread(RegistryDoubts.scopeUnknown());
        };
    }

    record Read(PolicyDocument policy) implements RegistrySide {
        @Override
        public <T> T visit(
                Function<? super Read, ? extends T> read,
                Function<? super Silent, ? extends T> silent,
                Function<? super Unread, ? extends T> unread) {
            return read.apply(this);
        }
    }

    /** It rules on nothing that is done to images. */
    record Silent() implements RegistrySide {
        @Override
        public <T> T visit(
                Function<? super Read, ? extends T> read,
                Function<? super Silent, ? extends T> silent,
                Function<? super Unread, ? extends T> unread) {
            return silent.apply(this);
        }

        /** Returns that for people. */
        public String why() {
            return RegistryDoubts.scopeTooOld();
        }
    }

    /**
     * It can't be told what it says.
     *
     * @param why one or two sentences
     */
    record Unread(String why) implements RegistrySide {
        @Override
        public <T> T visit(
                Function<? super Read, ? extends T> read,
                Function<? super Silent, ? extends T> silent,
                Function<? super Unread, ? extends T> unread) {
            return unread.apply(this);
        }
    }
}
