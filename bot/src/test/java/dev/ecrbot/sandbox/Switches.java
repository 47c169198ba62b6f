package dev.ecrbot.sandbox;

import dev.ecrbot.sandbox.ecr.ApiOperation;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.Fault;
import dev.ecrbot.sandbox.ecr.Fault.When;
import dev.ecrbot.sandbox.ecr.Traffic;
import dev.ecrbot.sandbox.slack.LocalSlack;
import java.util.List;
import java.util.stream.Stream;

/** What goes wrong at the moment, because somebody wants to see what the bot does then. Thread-safe. */
final class Switches {
    private static final List<ApiOperation> WRITES = List.of(
            ApiOperation.SET_REPOSITORY_POLICY,
            ApiOperation.DELETE_REPOSITORY_POLICY,
            ApiOperation.PUT_REGISTRY_POLICY,
            ApiOperation.DELETE_REGISTRY_POLICY);
    private static final List<ApiOperation> STS = List.of(ApiOperation.ASSUME_ROLE, ApiOperation.GET_CALLER_IDENTITY);

    /** What ECR does. */
    enum Ecr {
        WELL,
        /** Every call is one too many. */
        THROTTLES,
        /** The bot's role lacks the permission to write. */
        REFUSES,
        /** A write takes effect, and its answer is lost. */
        DROPS,
        /** No connection holds until an answer. */
        AWAY
    }

    private final EcrModel ecr;
    private final LocalSlack slack;
    private Ecr mode = Ecr.WELL;
    private boolean slackAway;
    private boolean cutOff;

    Switches(EcrModel ecr, LocalSlack slack) {
        this.ecr = ecr;
        this.slack = slack;
    }

    synchronized Ecr ecr() {
        return mode;
    }

    synchronized boolean slackAway() {
        return slackAway;
    }

    synchronized void ecr(Ecr wanted) {
        mode = wanted;
        Traffic traffic = ecr.traffic();
        traffic.clearFaults();
        switch (wanted) {
            case WELL -> {}
            case THROTTLES -> others().forEach(each -> traffic.always(each, Fault.throttle()));
            case REFUSES -> WRITES.forEach(each -> traffic.always(each, Fault.deny()));
            case DROPS -> WRITES.forEach(each -> traffic.always(each, Fault.drop(When.AFTER)));
            case AWAY -> others().forEach(each -> traffic.always(each, Fault.drop(When.BEFORE)));
        }
    }

    private static Stream<ApiOperation> others() {
        return Stream.of(ApiOperation.values()).filter(each -> !STS.contains(each));
    }

    synchronized void slackAway(boolean away) {
        slackAway = away;
        restoreSlack();
    }

    /** Keeps Slack from what is left of a bot that was killed. */
    synchronized void cutOff(boolean cut) {
        cutOff = cut;
        restoreSlack();
    }

    private void restoreSlack() {
        slack.faults().clear();
        if (slackAway || cutOff) {
            slack.faults().down();
        }
    }
}
