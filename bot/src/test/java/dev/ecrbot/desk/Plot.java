package dev.ecrbot.desk;

import dev.ecrbot.desk.counter.Click;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.Fault;
import java.time.Duration;
import java.util.Set;

/** A decision and all that follows from it, from the click to the last word to anybody. */
enum Plot {
    GRANTED(Set.of(RequestState.APPLIED), 0),
    DENIED(Set.of(RequestState.DENIED), 0),
    REVOKED(Set.of(RequestState.APPLIED, RequestState.FAILED), 1),
    /** The policy is changed by others before the click, so that there are two. */
    REVISED(Set.of(RequestState.APPLIED, RequestState.FAILED), 0),
    /** The write takes effect, and its answer doesn't come. */
    ANSWER_LOST(Set.of(RequestState.APPLIED, RequestState.FAILED), 0),
    /** The write never arrives, and no answer comes; where its sender died as well, it is sent anew. */
    WRITE_LOST(Set.of(RequestState.APPLIED, RequestState.FAILED), 0),
    /** A grant gets a later end. */
    EXTENDED(Set.of(RequestState.APPLIED, RequestState.FAILED), 1),
    /** A grant is taken back. */
    UNDONE(Set.of(RequestState.APPLIED, RequestState.FAILED), 1),
    /** A revocation is taken back. */
    GIVEN_BACK(Set.of(RequestState.APPLIED, RequestState.FAILED), 2),
    /** Its holder takes it away, and needs no approval. */
    REVOKED_AT_ONCE(Set.of(RequestState.APPLIED, RequestState.FAILED), 1),
    /** Nobody decides: the grant's time is over. */
    ENDED(Set.of(RequestState.APPLIED), 1);

    private final Set<RequestState> allowed;
    private final int writesBefore;

    Plot(Set<RequestState> allowed, int writesBefore) {
        this.allowed = allowed;
        this.writesBefore = writesBefore;
    }

    /** Returns the states that the request may end in. */
    Set<RequestState> allowed() {
        return allowed;
    }

    /** Returns how often the bot has written to the repository before the plot begins. */
    int writesBefore() {
        return writesBefore;
    }

    /** Prepares it: everything up to the moment before the click. Returns the request it is about. */
    RequestId begin(World world, Life life, Repository repository) {
        // Only that plot's grants may end, or each plot would have those of all before it to end as well.
        String end = this == ENDED ? " for 2h" : this == EXTENDED ? " for 200d" : "";
        RequestId asked = life.asks(DeskBench.RITA, "grant pull " + repository.name() + " sales ci-deployer" + end);
        if (writesBefore > 0) {
            life.approves(DeskBench.AMIR, world.now(asked));
            life.work();
        }
        switch (this) {
            case REVOKED -> asked = life.asks(DeskBench.BEN, "revoke pull " + repository.name() + " sales ci-deployer");
            case REVOKED_AT_ONCE ->
                asked = life.asks(DeskBench.RITA, "revoke pull " + repository.name() + " sales ci-deployer");
            case EXTENDED -> asked = life.asks(DeskBench.RITA, "extend " + asked + " for 300d");
            case UNDONE -> asked = life.asks(DeskBench.BEN, "undo " + asked);
            case GIVEN_BACK -> {
                RequestId revoked = life.asks(DeskBench.BEN, "revoke pull " + repository.name() + " sales ci-deployer");
                life.approves(DeskBench.AMIR, world.now(revoked));
                life.work();
                asked = life.asks(DeskBench.BEN, "undo " + revoked);
            }
            case ENDED -> world.clock().advance(Duration.ofHours(3));
            case REVISED -> world.ecr().setPolicy(repository, """
                    {"Version":"2012-10-17","Statement":[{"Sid":"by hand","Effect":"Allow",
                    "Principal":{"AWS":"arn:aws:iam::333333333333:root"},"Action":"ecr:BatchGetImage"}]}""");
            case ANSWER_LOST -> meets(world, Fault.drop(Fault.When.AFTER));
            case WRITE_LOST -> meets(world, Fault.drop(Fault.When.BEFORE));
            default -> world.ecr().traffic().clearFaults();
        }
        return asked;
    }

    private static void meets(World world, Fault fault) {
        world.ecr().traffic().fault(ApiOperation.SET_REPOSITORY_POLICY, 1, fault);
    }

    /** Plays it to its end, clicking as long as the request waits for it. */
    void play(World world, Life life, RequestId id) {
        if (this == ENDED || this == REVOKED_AT_ONCE) {
            life.sweep();
            life.work();
            return;
        }
        for (int clicks = 0; clicks < 2 && world.now(id).stage().state() == RequestState.PENDING; clicks++) {
            life.clicks(DeskBench.AMIR, world.now(id), this == DENIED ? Click.Kind.DENY : Click.Kind.APPROVE);
            life.work();
        }
    }
}
