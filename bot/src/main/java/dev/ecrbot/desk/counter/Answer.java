package dev.ecrbot.desk.counter;

import dev.ecrbot.command.Command;
import dev.ecrbot.command.WhoseRequests;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.command.help.HelpPage;
import dev.ecrbot.desk.answer.Paging;
import dev.ecrbot.desk.ledger.CardRef;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.sight.Derived;
import dev.ecrbot.ecr.LoginSnippet;
import dev.ecrbot.ecr.LoginTool;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the person who typed or clicked is told, and only they. */
public sealed interface Answer {

    /** Hands itself to the method for its kind. */
    <T> T visit(AnswerVisitor<T> visitor);

    /** Refused, or gone wrong. */
    record Refused(Problem problem) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.refused(this);
        }
    }

    /** What the person typed can't be, and can mean this command only: nothing is done before they confirm its line. */
    record Guessed(PersonId person, Command command, Line line, Optional<Problem> why) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.guessed(this);
        }
    }

    /** The request is made; the outbox tells all but what is {@code beside} it. */
    record Filed(Request request, String beside) implements Answer {
        public Filed(Request request) {
            this(request, "");
        }

        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.filed(this);
        }
    }

    /** The same ask waits already. If the person {@code follows} it, it is somebody else's, and they hear what becomes of it. */
    record WaitingAlready(Request request, Optional<CardRef> card, boolean follows) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.waitingAlready(this);
        }
    }

    /**
     * The policy says already what was asked for.
     *
     * @param held what was asked for somebody; empty where nothing was
     */
    record NothingToChange(String why, Optional<HeldAlready> held) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.nothingToChange(this);
        }
    }

    /**
     * Who has access to a repository, or to those that match a pattern.
     *
     * @param lines what the policy says in which access to the target is given: the repository's own, or the registry's
     * @param through what the registry's policy says about a repository beside that; nothing for a pattern
     * @param derived what the two policies of a repository say together, for those in {@code through}
     * @param length how many characters that first policy has, as ECR counts them
     * @param waiting how many requests wait, of which {@code open} are the first
     */
    record Status(
            Target target,
            List<StatusLine> lines,
            List<StatusLine> through,
            List<Derived> derived,
            List<String> notes,
            int length,
            List<Request> open,
            long waiting,
            StatusExtras extras)
            implements Answer {
        public Status {
            StatusLine.check(target, lines, through);
        }

        /** A status with nothing wrong, for somebody who may do nothing. */
        public Status(
                Target target,
                List<StatusLine> lines,
                List<StatusLine> through,
                List<Derived> derived,
                List<String> notes,
                int length,
                List<Request> open,
                long waiting) {
            this(target, lines, through, derived, notes, length, open, waiting, StatusExtras.NONE);
        }

        /** Returns the same with what else there is to tell. */
        public Status told(StatusExtras more) {
            return new Status(target, lines, through, derived, notes, length, open, waiting, more);
        }

        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.status(this);
        }
    }

    /**
     * A page of a list of requests.
     *
     * @param word what they were narrowed by
     * @param ends when what they gave ends, where it has an end and hasn't ended yet
     */
    record RequestList(
            WhoseRequests scope,
            Optional<Search> word,
            List<Request> requests,
            List<Optional<CardRef>> cards,
            Map<RequestId, Instant> ends,
            Paging paging)
            implements Answer {
        public RequestList {
            requests = List.copyOf(requests);
            cards = List.copyOf(cards);
            ends = Map.copyOf(ends);
        }

        /** One of requests that gave nothing that ends. */
        public RequestList(
                WhoseRequests scope,
                Optional<Search> word,
                List<Request> requests,
                List<Optional<CardRef>> cards,
                Paging paging) {
            this(scope, word, requests, cards, Map.of(), paging);
        }

        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.requestList(this);
        }
    }

    /** The person's request is taken back; {@code goesOnAs}: whose it is now, where somebody had asked for the same. */
    record Cancelled(Request request, Optional<PersonId> goesOnAs) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.cancelled(this);
        }
    }

    /** The grant that the request made is being ended, or has been; {@code kept}: another one still gives the same. */
    record Ending(Request request, boolean kept) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.ending(this);
        }
    }

    /** The request has a sooner end now, and waits for its approvals anew. */
    record Shortened(Request request) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.shortened(this);
        }
    }

    /** The person may fill in a field about the request; nothing was done so far. */
    record FieldWanted(Request request) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.fieldWanted(this);
        }
    }

    /** How to log in with a tool; in the usual ways without one. */
    record Login(LoginSnippet snippet, Optional<LoginTool> tool) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.login(this);
        }
    }

    /** What was found out for a question. */
    record Found(dev.ecrbot.desk.answer.Finding finding) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.found(this);
        }
    }

    record Help(HelpPage page) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.help(this);
        }
    }

    /** The yes was recorded. */
    record Approved(Request request, int approvals) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.approved(this);
        }
    }

    /** Nothing is said here: it was one click too many and wasn't looked at, or is told by whoever does it. */
    record Unheard() implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.unheard(this);
        }
    }

    /** The no was recorded; the denier may add a reason. */
    record Denied(Request request) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.denied(this);
        }
    }

    /** What the person wrote was passed on: why they denied the request, or else a comment on it. */
    record PassedOn(Request request, boolean denial) implements Answer {
        @Override
        public <T> T visit(AnswerVisitor<T> visitor) {
            return visitor.passedOn(this);
        }
    }
}
