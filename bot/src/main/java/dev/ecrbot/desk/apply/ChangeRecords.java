package dev.ecrbot.desk.apply;

import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.Notice;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is recorded of one kind of change as it goes on, each within the transaction of its step, which others began. There is
 * one implementation for each kind of edit.
 */
interface ChangeRecords {

    /** Returns why nothing can come of the request any more, whatever the policy is; empty if it can go on. Marks nothing. */
    default Optional<Problem> obstacle(LedgerTransaction transaction, Request request, Instant now) {
        return Optional.empty();
    }

    /** Marks what the request is about to move, so that nothing else moves it; or returns why that can't be any more. */
    default Optional<Problem> begin(LedgerTransaction transaction, Request request, Instant now) {
        return Optional.empty();
    }

    /** The request took effect. */
    void took(LedgerTransaction transaction, Request applied);

    /** What {@link #begin} marked goes on as it was: the request failed, or is tried again later. */
    default void released(LedgerTransaction transaction, Request request) {
        // Most kinds mark nothing.
    }

    /** The request failed. */
    default void failed(LedgerTransaction transaction, Request failed, Problem problem) {
        transaction
                .outbox()
                .add(failed.id(), Notice.Kind.CARD, Map.of(), failed.stage().changedAt());
        transaction
                .outbox()
                .add(failed.id(), Notice.Kind.FAILED, Map.of(), failed.stage().changedAt());
    }

    /** Returns whether what it brings about, where it is in the policy, stands in no record yet. */
    default boolean isUnrecorded(LedgerTransaction transaction, Request request) {
        return true;
    }

    /** Returns whether it is done, and not failed, where nothing is left in the policy to change. */
    default boolean isDoneWhereNothingIsLeft() {
        return false;
    }

    /**
     * It is done, and nothing was written for it: nothing was left in the policy to change, and {@link #isDoneWhereNothingIsLeft} holds;
     * or an earlier write had done it.
     *
     * @param live the policy as it is; empty where its repository is gone
     */
    default void found(LedgerTransaction transaction, Request done, Optional<PolicyDocument> live, Instant now) {
        took(transaction, done);
    }
}
