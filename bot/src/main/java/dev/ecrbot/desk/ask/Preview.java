package dev.ecrbot.desk.ask;

import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.Problem;
import java.util.Optional;

/** What would come of an ask if it were made at this moment. Nothing of it is recorded, and nothing promised. */
public sealed interface Preview {

    /** Hands itself to the method for its kind. */
    <T> T visit(Visitor<T> visitor);

    /** Has one answer for each kind. */
    interface Visitor<T> {
        T unfinished(Unfinished unfinished);

        T refused(Refused refused);

        T needless(Needless needless);

        T waiting(Waiting waiting);

        T ready(Ready ready);
    }

    /** Something is left to fill in, or can't be as it is. */
    record Unfinished() implements Preview {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.unfinished(this);
        }
    }

    /** It would be refused. */
    record Refused(Problem problem) implements Preview {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.refused(this);
        }
    }

    /** There would be nothing to change. */
    record Needless(String why) implements Preview {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.needless(this);
        }
    }

    /** The same waits already. */
    record Waiting(Request request) implements Preview {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.waiting(this);
        }
    }

    /**
     * It could be asked.
     *
     * @param request as it would be; its id is nobody's
     * @param open what the person has asked for the same principal there, and what waits; it could be taken back for this
     */
    record Ready(Request request, Optional<Request> open) implements Preview {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.ready(this);
        }
    }

    /** Returns the request that could be taken back for this. */
    default Optional<Request> replaceable() {
        return this instanceof Ready ready ? ready.open() : Optional.empty();
    }
}
