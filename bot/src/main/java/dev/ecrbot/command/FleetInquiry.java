package dev.ecrbot.command;

import dev.ecrbot.command.word.FreshWord;
import dev.ecrbot.command.word.PageWord;
import dev.ecrbot.policy.source.CodeForm;
import java.util.Optional;

/** A question about all repositories at once, or about policies as code. */
public sealed interface FleetInquiry extends Inquiry {

    /** What somebody reaches; an account stands for everyone in it. */
    record Access(PrincipalRef whom, int page) implements Listing {
        @Override
        public String text() {
            return "access " + whom.text() + PageWord.text(page);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.access(this);
        }

        @Override
        public <T> T list(ListingVisitor<T> visitor) {
            return visitor.access(this);
        }
    }

    /** What a person asked for and what of it they hold. {@code user} is their member id. */
    record OfPerson(String user, int page) implements FleetInquiry {
        @Override
        public String text() {
            return "access @" + user + PageWord.text(page);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.person(this);
        }
    }

    /**
     * What is wrong with policies.
     *
     * @param word what each finding told has to have: a severity, a kind, a registry, a part of a repository's name
     */
    record Audit(Optional<String> word, int page) implements Listing {
        @Override
        public String text() {
            return "audit" + word.map(one -> " " + one).orElse("") + PageWord.text(page);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.audit(this);
        }

        @Override
        public <T> T list(ListingVisitor<T> visitor) {
            return visitor.audit(this);
        }
    }

    /** What differs from the grants on record. */
    record Drift(int page) implements Listing {
        @Override
        public String text() {
            return "drift" + PageWord.text(page);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.drift(this);
        }

        @Override
        public <T> T list(ListingVisitor<T> visitor) {
            return visitor.drift(this);
        }
    }

    /** One about all repositories, or many of them. */
    sealed interface Broad extends FleetInquiry {

        /** Returns what the list is of. */
        Listing listing();
    }

    /** One that is answered by a list, which can be long. */
    sealed interface Listing extends Broad {

        @Override
        default Listing listing() {
            return this;
        }

        /** Hands itself to the method for its kind. */
        <T> T list(ListingVisitor<T> visitor);
    }

    /** Has one answer for each kind of list. */
    interface ListingVisitor<T> {
        T access(Access access);

        T audit(Audit audit);

        T drift(Drift drift);
    }

    /** The whole of a list, as a file. */
    record AsFile(Listing of) implements Broad {
        @Override
        public Listing listing() {
            return of;
        }

        @Override
        public String text() {
            return of.text() + " as file";
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.asFile(this);
        }
    }

    /** One that is to be answered by reading AWS anew. */
    record Fresh(Broad of) implements FleetInquiry {
        @Override
        public String text() {
            return of.text() + FreshWord.text(true);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.fresh(this);
        }
    }

    /** A repository's policy as code. */
    record Export(RepositoryRef repository, CodeForm form) implements FleetInquiry {
        @Override
        public String text() {
            return "export " + repository.text() + " " + form.word();
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.export(this);
        }
    }
}
