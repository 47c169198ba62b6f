package dev.ecrbot.policy.plan;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Ends;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Owned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** One intended alteration of one policy. Ends are whole seconds; what is finer is cut off. */
public sealed interface Edit {

    /** Returns whose access is altered; nobody else's ever is. */
    Principal principal();

    /** Returns the access that it names; empty: it is about everything. */
    Optional<Access> accessIfNamed();

    /** Returns the grant that it makes, as it is from then on; empty if it makes none, or makes one as it was before. */
    Optional<Grant> granted();

    /** Returns whether the principal gets access by it, or gets it for longer, or back. */
    boolean gives();

    /**
     * Returns the edit that takes this one back.
     *
     * @param written the plan that this one was written by
     * @throws IllegalStateException if this is an undo: that can't be undone
     */
    Undo undo(Plan written);

    /** Returns what the visitor has for this kind of edit. */
    <T> T visit(EditVisitor<T> visitor);

    /** An edit that can be undone: any but an undo. */
    sealed interface Undoable extends Edit permits Grant, TakeOver, Revoke, Extend, End {

        @Override
        default boolean gives() {
            return granted().isPresent();
        }

        /** Returns whether the principal loses access by it, which undoing it gives back. */
        default boolean takes() {
            return !gives();
        }

        @Override
        default Undo undo(Plan written) {
            return new Undo(this, written);
        }

        /** Returns what the visitor has for this kind of edit. */
        <T> T visit(UndoableVisitor<T> visitor);

        @Override
        default <T> T visit(EditVisitor<T> visitor) {
            return visit((UndoableVisitor<T>) visitor);
        }
    }

    /**
     * Gives an access, until its end if it has one.
     *
     * @param own whether it shall stand in a statement of the bot's even where others have given the same
     */
    record Grant(Principal principal, Access access, Optional<Instant> until, boolean own) implements Undoable {
        public Grant {
            until = Ends.whole(until);
        }

        /** Gives an access to whoever lacks it. */
        public Grant(Principal principal, Access access, Optional<Instant> until) {
            this(principal, access, until, false);
        }

        /** Returns the same, to stand in a statement of the bot's even where others have given it. */
        public Grant onItsOwn() {
            return new Grant(principal, access, until, true);
        }

        /**
         * Returns the grant to make of what somebody asks for. Functions that are to pull get the two actions that AWS documents.
         *
         * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/images-create.html">Lambda: images in another account</a>
         */
        public static Grant asked(Principal principal, Access access, Optional<Instant> until) {
            return new Grant(
                    principal, principal instanceof Principal.LambdaFunctions ? access.fetching() : access, until);
        }

        /** Returns what is in force by it. */
        Owned owned() {
            return new Owned(principal, access, until);
        }

        @Override
        public Optional<Access> accessIfNamed() {
            return Optional.of(access);
        }

        @Override
        public Optional<Grant> granted() {
            return Optional.of(this);
        }

        @Override
        public <T> T visit(UndoableVisitor<T> visitor) {
            return visitor.grant(this);
        }
    }

    /**
     * Takes actions away wherever the principal is allowed them by its own name, whoever wrote that.
     *
     * @param access whose actions; empty: everything, actions outside every access included
     */
    record Revoke(Principal principal, Optional<Access> access) implements Undoable {
        @Override
        public Optional<Access> accessIfNamed() {
            return access;
        }

        @Override
        public Optional<Grant> granted() {
            return Optional.empty();
        }

        @Override
        public <T> T visit(UndoableVisitor<T> visitor) {
            return visitor.revoke(this);
        }
    }

    /**
     * Moves what a {@link Grant} put in from its end to a later one: in meaning an {@link End}, and then a {@link Grant}.
     *
     * @param from the end that it has
     * @param until the end that it gets; empty: none
     */
    record Extend(Principal principal, Access access, Instant from, Optional<Instant> until) implements Undoable {
        public Extend {
            from = from.truncatedTo(ChronoUnit.SECONDS);
            until = Ends.whole(until);
        }

        /** Returns the grant as it was made. */
        public End end() {
            return new End(principal, access, Optional.of(from));
        }

        /** Returns the grant as it becomes. */
        public Grant grant() {
            return new Grant(principal, access, until);
        }

        @Override
        public Optional<Access> accessIfNamed() {
            return Optional.of(access);
        }

        @Override
        public Optional<Grant> granted() {
            return Optional.of(grant());
        }

        @Override
        public <T> T visit(UndoableVisitor<T> visitor) {
            return visitor.extend(this);
        }
    }

    /** Takes out exactly what a {@link Grant} with the same values put in. */
    record End(Principal principal, Access access, Optional<Instant> until) implements Undoable {
        public End {
            until = Ends.whole(until);
        }

        /** Returns what is in force without it. */
        Owned owned() {
            return new Owned(principal, access, until);
        }

        @Override
        public Optional<Access> accessIfNamed() {
            return Optional.of(access);
        }

        @Override
        public Optional<Grant> granted() {
            return Optional.empty();
        }

        @Override
        public <T> T visit(UndoableVisitor<T> visitor) {
            return visitor.end(this);
        }
    }

    /**
     * Puts a policy back to what it was before a change, as long as nobody changed it since.
     *
     * @param done what the change was
     * @param plan the change as it was written
     */
    record Undo(Undoable done, Plan plan) implements Edit {
        @Override
        public Principal principal() {
            return done.principal();
        }

        @Override
        public Optional<Access> accessIfNamed() {
            return done.accessIfNamed();
        }

        @Override
        public Optional<Grant> granted() {
            return Optional.empty();
        }

        @Override
        public boolean gives() {
            return givesBack();
        }

        /** Returns whether it gives back what was taken away; else it only takes away what was given. */
        public boolean givesBack() {
            return done.takes();
        }

        @Override
        public Undo undo(Plan written) {
            throw new IllegalStateException("an undo can't be undone");
        }

        @Override
        public <T> T visit(EditVisitor<T> visitor) {
            return visitor.undo(this);
        }
    }
}
