package dev.ecrbot.command;

import dev.ecrbot.command.word.FreshWord;
import dev.ecrbot.command.word.PageWord;
import dev.ecrbot.command.word.Reason;
import dev.ecrbot.command.word.RequestWord;
import dev.ecrbot.command.word.Until;
import dev.ecrbot.ecr.Access;
import java.util.Optional;
import java.util.function.Function;

/** What somebody wants, with every name in it resolved. Whether they may have it is for others to say. */
public sealed interface Command
        permits Command.Single,
                Several,
                Command.Status,
                Command.Requests,
                Command.OfRequest,
                Login,
                Command.Inquire,
                Which,
                Doctor,
                Command.Help {

    /** Returns the command as one would type it; parsed again it gives the same command. */
    String text();

    /** Hands itself to the method for its kind. */
    <T> T visit(CommandVisitor<T> visitor);

    /** Change what one policy says of one principal; may be one of {@link Several}. */
    sealed interface Single extends Command {
        TargetRef target();

        PrincipalRef principal();

        Optional<String> reason();

        /** Returns what the function for this kind makes of it. */
        <T> T visit(Function<? super Grant, ? extends T> grant, Function<? super Revoke, ? extends T> revoke);

        @Override
        default <T> T visit(CommandVisitor<T> visitor) {
            return visit(visitor::grant, visitor::revoke);
        }
    }

    /** Do something about one request, named by its id; letters, digits and dashes only. */
    sealed interface OfRequest extends Command {
        String request();
    }

    /** Give access. */
    record Grant(
            Access access,
            TargetRef target,
            PrincipalRef principal,
            Until until,
            Optional<String> reason,
            Manner manner)
            implements Single {
        public Grant {
            Reason.check(reason);
            if (manner == Manner.BREAK_GLASS && !until.text().isEmpty()) {
                throw new IllegalArgumentException("how long a broken glass lasts is the rule's");
            }
        }

        /** Returns the same, in a statement of the bot's even where others have given it. */
        public Grant onItsOwn() {
            return new Grant(access, target, principal, until, reason, Manner.OWN);
        }

        @Override
        public String text() {
            String end = (until.text().isEmpty() ? "" : " " + until.text()) + Reason.text(reason);
            return manner.command() + access + " " + target.text() + " " + principal.text() + end;
        }

        @Override
        public <T> T visit(Function<? super Grant, ? extends T> grant, Function<? super Revoke, ? extends T> revoke) {
            return grant.apply(this);
        }
    }

    /** Take access away; without an access, all of it. */
    record Revoke(Optional<Access> access, TargetRef target, PrincipalRef principal, Optional<String> reason)
            implements Single {
        public Revoke {
            Reason.check(reason);
        }

        @Override
        public String text() {
            String word = access.map(Access::word).orElse("all");
            return "revoke " + word + " " + target.text() + " " + principal.text() + Reason.text(reason);
        }

        @Override
        public <T> T visit(Function<? super Grant, ? extends T> grant, Function<? super Revoke, ? extends T> revoke) {
            return revoke.apply(this);
        }
    }

    /** Show who has access to a repository, or to those of a pattern; {@code fresh} as in {@link Inquiry.Who}. */
    record Status(TargetRef target, Optional<String> word, boolean fresh, int page) implements Command {
        /** Returns the same, from its first page on. */
        public Status first() {
            return new Status(target, word, fresh, 1);
        }

        /** Returns the same, asked of AWS. */
        public Status live() {
            return new Status(target, word, true, page);
        }

        @Override
        public String text() {
            return "status " + target.text() + word.map(text -> " " + text).orElse("") + FreshWord.text(fresh)
                    + PageWord.text(page);
        }

        @Override
        public <T> T visit(CommandVisitor<T> visitor) {
            return visitor.status(this);
        }
    }

    /** List requests. */
    record Requests(WhoseRequests scope, Optional<String> word, int page) implements Command {
        @Override
        public String text() {
            return "requests " + scope.words() + word.map(text -> " " + text).orElse("") + PageWord.text(page);
        }

        @Override
        public <T> T visit(CommandVisitor<T> visitor) {
            return visitor.requests(this);
        }
    }

    /** Take back a request of one's own. {@code request} has letters, digits and dashes only. */
    record Cancel(String request) implements OfRequest {
        public Cancel {
            RequestWord.check(request);
        }

        @Override
        public String text() {
            return "cancel " + request;
        }

        @Override
        public <T> T visit(CommandVisitor<T> visitor) {
            return visitor.cancel(this);
        }
    }

    /** Give a grant a later end. {@code request} is the one that made it, written as in {@link Cancel}. */
    record Extend(String request, Until until, Optional<String> reason) implements OfRequest {
        public Extend {
            Reason.check(reason);
            RequestWord.check(request);
        }

        @Override
        public String text() {
            String end = until.text().isEmpty() ? "" : " " + until.text();
            return "extend " + request + end + Reason.text(reason);
        }

        @Override
        public <T> T visit(CommandVisitor<T> visitor) {
            return visitor.extend(this);
        }
    }

    /** End a grant before its time. {@code request} is the one that made it, written as in {@link Cancel}. */
    record End(String request) implements OfRequest {
        public End {
            RequestWord.check(request);
        }

        @Override
        public String text() {
            return "end " + request;
        }

        @Override
        public <T> T visit(CommandVisitor<T> visitor) {
            return visitor.end(this);
        }
    }

    /** Take back what a request did. {@code request} is written as in {@link Cancel}. */
    record Undo(String request, Optional<String> reason) implements OfRequest {
        public Undo {
            Reason.check(reason);
            RequestWord.check(request);
        }

        @Override
        public String text() {
            return "undo " + request + Reason.text(reason);
        }

        @Override
        public <T> T visit(CommandVisitor<T> visitor) {
            return visitor.undo(this);
        }
    }

    /** Look something up. */
    record Inquire(Inquiry inquiry) implements Command {
        @Override
        public String text() {
            return inquiry.text();
        }

        @Override
        public <T> T visit(CommandVisitor<T> visitor) {
            return visitor.inquire(this);
        }
    }

    /** Show what can be typed, for all commands or for one. */
    record Help(Optional<String> command) implements Command {
        public Help {
            Verb.check(command);
        }

        @Override
        public String text() {
            return command.map(word -> "help " + word).orElse("help");
        }

        @Override
        public <T> T visit(CommandVisitor<T> visitor) {
            return visitor.help(this);
        }
    }
}
