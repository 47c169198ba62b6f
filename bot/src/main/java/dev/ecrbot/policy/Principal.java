package dev.ecrbot.policy;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import java.util.List;
import java.util.Optional;

/**
 * Who a statement is about: one entry of its {@code Principal} element or, where that alone doesn't say it, one value of the
 * condition that does.
 *
 * <p>Two spellings of the same principal (a bare account id and the account's root ARN) are equal. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM:
 *     Principal</a>
 */
public sealed interface Principal {

    /** Returns the key under which it stands in a statement: {@code AWS}, {@code Service}, {@code aws:PrincipalOrgID}, … */
    default String type() {
        return "AWS";
    }

    /** Returns how people are shown it and may type it: an ARN, {@code *}, {@code org:o-abc123def4}, … */
    String text();

    /** Returns those under whose names it stands in a policy: itself, for all but a few. */
    default List<? extends Principal> parts() {
        return List.of(this);
    }

    /** Returns the account the principal lives in, if its text tells. */
    default Optional<AccountId> account() {
        return Optional.empty();
    }

    /** Returns the partition the principal lives in, if its text tells. */
    default Optional<Partition> partition() {
        return Optional.empty();
    }

    /** Returns what the visitor has for this kind of principal. */
    <T> T visit(PrincipalVisitor<T> visitor);

    /** A principal in whose name somebody could call AWS. */
    sealed interface Caller extends Principal {}

    /** A principal that the bot may write into a policy; everyone, to name one, is none. */
    sealed interface Grantable extends Caller {
        @Override
        default List<? extends Grantable> parts() {
            return List.of(this);
        }
    }

    /** A principal whose text names its partition and account. */
    sealed interface OfAccount extends Grantable {
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

        @Override
        public <T> T visit(PrincipalVisitor<T> visitor) {
            return visitor.role(this);
        }
    }

    /** An IAM user. {@code path} starts and ends with a slash and is {@code /} for most. */
    record User(Partition in, AccountId owner, String path, String name) implements OfAccount {
        @Override
        public String text() {
            return "arn:" + in + ":iam::" + owner + ":user" + path + name;
        }

        @Override
        public <T> T visit(PrincipalVisitor<T> visitor) {
            return visitor.user(this);
        }
    }

    /** A whole account: it may hand the access on to whom it likes. */
    record Account(Partition in, AccountId owner) implements OfAccount {
        @Override
        public String text() {
            return "arn:" + in + ":iam::" + owner + ":root";
        }

        @Override
        public <T> T visit(PrincipalVisitor<T> visitor) {
            return visitor.account(this);
        }
    }

    /** One session of an assumed role; matches only itself, and ends when the session does. */
    record Session(Partition in, AccountId owner, String role, String session) implements OfAccount {
        @Override
        public String text() {
            return "arn:" + in + ":sts::" + owner + ":assumed-role/" + role + "/" + session;
        }

        @Override
        public <T> T visit(PrincipalVisitor<T> visitor) {
            return visitor.session(this);
        }
    }

    /** A federated user's session. */
    record FederatedUser(Partition in, AccountId owner, String name) implements OfAccount {
        @Override
        public String text() {
            return "arn:" + in + ":sts::" + owner + ":federated-user/" + name;
        }

        @Override
        public <T> T visit(PrincipalVisitor<T> visitor) {
            return visitor.federatedUser(this);
        }
    }

    /**
     * The Lambda functions of an account whose names match a pattern, where they fetch their images.
     *
     * <p>A function of another account needs two statements: one for the service in the functions' name, and one for the
     * account itself, which opens the repository to the whole account.
     *
     * @param region where the functions are, which has to be the repository's Region
     * @param pattern a name, in which {@code *} and {@code ?} stand for others
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/images-create.html">Lambda: images in another account</a>
     */
    record LambdaFunctions(Region region, AccountId owner, String pattern) implements OfAccount {
        @Override
        public Partition in() {
            return region.partition();
        }

        @Override
        public String type() {
            return "aws:sourceArn";
        }

        @Override
        public String text() {
            return "arn:" + in() + ":lambda:" + region + ":" + owner + ":function:" + pattern;
        }

        @Override
        public List<Grantable> parts() {
            return List.of(new Account(in(), owner), this);
        }

        @Override
        public <T> T visit(PrincipalVisitor<T> visitor) {
            return visitor.lambdaFunctions(this);
        }
    }

    /** Everybody in an organization or below one of its units; written as {@link PrincipalForm} says. */
    record Organization(OrganizationPath path) implements Grantable {
        static final String PREFIX = "org:";

        @Override
        public String type() {
            return path.isWhole() ? "aws:PrincipalOrgID" : "aws:PrincipalOrgPaths";
        }

        @Override
        public String text() {
            return PREFIX + path;
        }

        @Override
        public <T> T visit(PrincipalVisitor<T> visitor) {
            return visitor.organization(this);
        }
    }

    /** The unique id of a deleted role (AROA…) or user (AIDA…): nobody can use it any more. */
    record Orphan(String id) implements Principal {
        @Override
        public String text() {
            return id;
        }

        @Override
        public <T> T visit(PrincipalVisitor<T> visitor) {
            return visitor.orphan(this);
        }
    }

    /** Everyone who has an AWS identity: {@code "*"} and {@code {"AWS": "*"}} alike. */
    record Everyone() implements Principal {
        @Override
        public String text() {
            return "*";
        }

        @Override
        public <T> T visit(PrincipalVisitor<T> visitor) {
            return visitor.everyone(this);
        }
    }

    /** An AWS service, {@code lambda.amazonaws.com} for example. */
    record Service(String host) implements Caller {
        @Override
        public String type() {
            return "Service";
        }

        @Override
        public String text() {
            return host;
        }

        @Override
        public <T> T visit(PrincipalVisitor<T> visitor) {
            return visitor.service(this);
        }
    }

    /** Anything else that may stand there: canonical users, identity providers, what can't be understood. */
    record Other(String type, String text) implements Principal {
        @Override
        public <T> T visit(PrincipalVisitor<T> visitor) {
            return visitor.other(this);
        }
    }
}
