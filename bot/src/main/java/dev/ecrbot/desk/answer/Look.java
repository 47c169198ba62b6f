package dev.ecrbot.desk.answer;

import dev.ecrbot.desk.sight.Capability;

/** What the policies say to what a pasted error tells of, looked at live. */
public sealed interface Look {

    /** Hands itself to the method for its kind. */
    <T> T visit(Visitor<T> visitor);

    /** Has one answer for each kind. */
    interface Visitor<T> {
        T needless(Needless needless);

        T elsewhere(Elsewhere elsewhere);

        T withheld(Withheld withheld);

        T failed(Failed failed);

        T missing(Missing missing);

        T nobody(Nobody nobody);

        T seen(Seen seen);
    }

    /** The text names no repository in full, or tells of something that no such policy decides about. */
    record Needless() implements Look {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.needless(this);
        }
    }

    /** The registry is none of those that the bot is set up for. */
    record Elsewhere() implements Look {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.elsewhere(this);
        }
    }

    /** The asker is none of those whom the repository's rule lets look. */
    record Withheld() implements Look {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.withheld(this);
        }
    }

    /**
     * The policy couldn't be read.
     *
     * @param why one or two sentences
     */
    record Failed(String why) implements Look {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.failed(this);
        }
    }

    /** There is no such repository. */
    record Missing() implements Look {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.missing(this);
        }
    }

    /** The policies were read, but the text doesn't name the caller or the action that they would have to be asked about. */
    record Nobody() implements Look {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.nobody(this);
        }
    }

    /**
     * The policies were asked about the caller.
     *
     * @param says what they let the caller do of what was tried
     * @param within whether the caller is of the repository's own account, where either half is enough
     */
    record Seen(Capability says, boolean within) implements Look {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.seen(this);
        }
    }
}
