package dev.ecrbot.policy;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import java.util.Optional;

/**
 * Who a statement is about, as one entry of its {@code Principal} element.
 *
 * <p>Two spellings of the same principal (a bare account id and the account's root ARN) are equal. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM:
 *     Principal</a>
 */
public sealed interface Principal {

    /** Returns the key under which the entry stands in a statement: {@code AWS}, {@code Service}, … */
    default String type() {
        return "AWS";
    }

    /** Returns the entry's text in a statement, which is also how people are shown it and may type it: an ARN, {@code *}, … */
    String text();

    /** Returns the account the principal lives in, if its text tells. */
    default Optional<AccountId> account() {
        return Optional.empty();
    }

    /** Returns the partition the principal lives in, if its text tells. */
    default Optional<Partition> partition() {
        return Optional.empty();
    }

    /** A principal whose text names its partition and account. */
    sealed interface OfAccount extends Principal {
        Partition in();

        AccountId owner();

        @Override
        default Optional<AccountId> account() {
            return Optional.of(owner());
        }

        @Override
        default Optional<Partition> partition() {
            return Optional.of(in());
        }
    }

    /** An IAM role. {@code path} starts and ends with a slash and is {@code /} for most. */
    record Role(Partition in, AccountId owner, String path, String name) implements OfAccount {
        @Override
        public String text() {
            return "arn:" + in + ":iam::" + owner + ":role" + path + name;
        }
    }

    /** An IAM user. {@code path} starts and ends with a slash and is {@code /} for most. */
    record User(Partition in, AccountId owner, String path, String name) implements OfAccount {
        @Override
        public String text() {
            return "arn:" + in + ":iam::" + owner + ":user" + path + name;
        }
    }

    /** A whole account: it may hand the access on to whom it likes. */
    record Account(Partition in, AccountId owner) implements OfAccount {
        @Override
        public String text() {
            return "arn:" + in + ":iam::" + owner + ":root";
        }
    }

    /** One session of an assumed role; matches only itself, and ends when the session does. */
    record Session(Partition in, AccountId owner, String role, String session) implements OfAccount {
        @Override
        public String text() {
            return "arn:" + in + ":sts::" + owner + ":assumed-role/" + role + "/" + session;
        }
    }

    /** A federated user's session. */
    record FederatedUser(Partition in, AccountId owner, String name) implements OfAccount {
        @Override
        public String text() {
            return "arn:" + in + ":sts::" + owner + ":federated-user/" + name;
        }
    }

    /** The unique id of a deleted role (AROA…) or user (AIDA…): nobody can use it any more. */
    record Orphan(String id) implements Principal {
        @Override
        public String text() {
            return id;
        }
    }

    /** Everyone who has an AWS identity: {@code "*"} and {@code {"AWS": "*"}} alike. */
    record Everyone() implements Principal {
        @Override
        public String text() {
            return "*";
        }
    }

    /** An AWS service, {@code lambda.amazonaws.com} for example. */
    record Service(String host) implements Principal {
        @Override
        public String type() {
            return "Service";
        }

        @Override
        public String text() {
            return host;
        }
    }

    /** Anything else that may stand there: canonical users, identity providers, what can't be understood. */
    record Other(String type, String text) implements Principal {}
}
