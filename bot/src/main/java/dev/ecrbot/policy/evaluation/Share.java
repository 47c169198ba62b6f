package dev.ecrbot.policy.evaluation;

import java.util.List;

/**
 * What one policy has to say in a whole verdict.
 *
 * @param source which policy it is
 * @param level of a service control policy, from 0; 0 for all others
 * @param place its place among those of its source and level, from 0
 * @param says what it says by itself
 * @param decidedBy the statements that decide what it says
 */
public record Share(Decider.Source source, int level, int place, Says says, List<Decider> decidedBy) {
    public Share {
        decidedBy = List.copyOf(decidedBy);
    }

    /** What a policy says of a request. */
    public enum Says {
        ALLOWS("allows it"),
        DENIES("denies it"),
        /** Nothing in it is about the request: an implicit deny where an Allow is needed. */
        NOTHING("says nothing of it"),
        DEPENDS("depends on the request"),
        /** AWS doesn't ask it about such a request. */
        NOT_ASKED("isn't asked");

        private final String words;

        Says(String words) {
            this.words = words;
        }

        /** Returns what it says in a few words, to follow the policy's name. */
        public String words() {
            return words;
        }
    }

    /** Returns the same share of a policy that AWS doesn't ask. */
    Share unasked() {
        return new Share(source, level, place, Says.NOT_ASKED, List.of());
    }
}
