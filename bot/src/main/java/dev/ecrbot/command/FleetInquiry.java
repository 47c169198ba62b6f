package dev.ecrbot.command;

import dev.ecrbot.command.word.PageWord;
import dev.ecrbot.policy.source.CodeForm;
import java.util.Optional;

/** A question about all repositories at once, or about policies as code. */
public sealed interface FleetInquiry extends Inquiry {

    /** What somebody reaches; an account stands for everyone in it. */
    record Access(PrincipalRef whom, int page) implements FleetInquiry {
        @Override
        public String text() {
            return "access " + whom.text() + PageWord.text(page);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
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
    record Audit(Optional<String> word, int page) implements FleetInquiry {
        @Override
        public String text() {
            return "audit" + word.map(one -> " " + one).orElse("") + PageWord.text(page);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.audit(this);
        }
    }

    /** What differs from the grants on record. */
    record Drift(int page) implements FleetInquiry {
        @Override
        public String text() {
            return "drift" + PageWord.text(page);
        }

        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.drift(this);
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
