package dev.ecrbot.sandbox;

import java.util.List;
import java.util.Optional;

/** Where the page finds the policies that it shows. */
public interface PolicySource {

    /** Nothing to show. */
    PolicySource NONE = new PolicySource() {
        @Override
        public List<RepositoryView> repositories() {
            return List.of();
        }

        @Override
        public void onChange(Runnable listener) {
            // nothing ever changes
        }
    };

    /** Returns all repositories with what their policies are now. */
    List<RepositoryView> repositories();

    /** Returns the id of the repository that the bot looked at last; empty if that can't be told. */
    default Optional<String> asked() {
        return Optional.empty();
    }

    /** Calls this whenever a policy or a repository has changed. */
    void onChange(Runnable listener);
}
