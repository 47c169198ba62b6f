package dev.ecrbot.command;

import dev.ecrbot.command.word.FreshWord;
import dev.ecrbot.command.word.PageWord;
import dev.ecrbot.command.word.RequestWord;
import dev.ecrbot.ecr.Access;
import java.util.Optional;

/** A question that changes nothing, with every name in it resolved. */
public sealed interface Inquiry
        permits FleetInquiry,
                Inquiry.Explain,
                Inquiry.Who,
                Inquiry.Can,
                Inquiry.Show,
                Inquiry.History,
                Inquiry.WhoAmI,
                Inquiry.Rules {

    /** Returns the question as one would type it; parsed again it gives the same one. */
    String text();

    /** Hands itself to the method for its kind. */
    <T> T visit(Visitor<T> visitor);

    /** Has one answer for each kind. */
    interface Visitor<T> {
        T explain(Explain explain);

        T who(Who who);

        T can(Can can);

        T show(Show show);

        T history(History history);

        T whoAmI(WhoAmI whoAmI);

        T rules(Rules rules);

        T access(FleetInquiry.Access access);

        T person(FleetInquiry.OfPerson person);

        T audit(FleetInquiry.Audit audit);

        T drift(FleetInquiry.Drift drift);

        T export(FleetInquiry.Export export);

        T asFile(FleetInquiry.AsFile file);

        T fresh(FleetInquiry.Fresh fresh);
    }

    /**
     * What a pasted error means.
     *
     * @param pasted as Slack handed it over. It can hold what only the person who pasted it may see, so the string form
     *     of this is empty of it
     */
    record Explain(String pasted) implements Inquiry {
        /** The most that a message of Slack's can hold. */
        public static final int LONGEST = 40_000;

        public Explain {
            if (pasted.isBlank() || pasted.length() > LONGEST) {
                throw new IllegalArgumentException("a pasted error has 1 to " + LONGEST + " characters");
            }
        }

        @Override
        public String text() {
            return "explain " + pasted;
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.explain(this);
        }

        @Override
        public String toString() {
            return "Explain[not shown]";
        }
    }

    /** Who has an access to a repository; {@code fresh}: by reading AWS now, whatever the index has. */
    record Who(Access access, RepositoryRef repository, boolean fresh, int page) implements Inquiry {
        /** Returns the same, from its first page on. */
        public Who first() {
            return new Who(access, repository, fresh, 1);
        }

        /** Returns the same, asked of AWS. */
        public Who live() {
            return new Who(access, repository, true, page);
        }

        @Override
        public String text() {
            return "who " + access + " " + repository.text() + FreshWord.text(fresh) + PageWord.text(page);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.who(this);
        }
    }

    /** Whether somebody has an access to a repository; {@code fresh} as in {@link Who}. */
    record Can(PrincipalRef whom, Access access, RepositoryRef repository, boolean fresh) implements Inquiry {
        /** Returns the same, asked of AWS. */
        public Can live() {
            return new Can(whom, access, repository, true);
        }

        @Override
        public String text() {
            return "can " + whom.text() + " " + access + " " + repository.text() + FreshWord.text(fresh);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.can(this);
        }
    }

    /** The whole story of a request. {@code request} is written as in {@link Command.Cancel}. */
    record Show(String request) implements Inquiry {
        public Show {
            if (!RequestWord.isId(request)) {
                throw new IllegalArgumentException("a request's id has letters, digits and dashes");
            }
        }

        @Override
        public String text() {
            return "show " + request;
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.show(this);
        }
    }

    /** All that happened to a repository, or to those of a pattern; {@code fresh} as in {@link Who}. */
    record History(TargetRef target, boolean fresh, int page) implements Inquiry {
        /** Returns the same, from its first page on and as it is known by then. */
        public History first() {
            return new History(target, false, 1);
        }

        /** Returns the same, asked of AWS. */
        public History live() {
            return new History(target, true, page);
        }

        @Override
        public String text() {
            return "history " + target.text() + FreshWord.text(fresh) + PageWord.text(page);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.history(this);
        }
    }

    /** Who the asker is here, and what they may do. */
    record WhoAmI() implements Inquiry {
        @Override
        public String text() {
            return "whoami";
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.whoAmI(this);
        }
    }

    /** What can be asked, for a repository or at all. */
    record Rules(Optional<RepositoryRef> repository) implements Inquiry {
        @Override
        public String text() {
            return "rules" + repository.map(ref -> " " + ref.text()).orElse("");
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.rules(this);
        }
    }
}
