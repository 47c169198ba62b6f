package dev.ecrbot.sandbox;

import java.util.List;

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

    /** Calls this whenever a policy or a repository has changed. */
    void onChange(Runnable listener);
}
