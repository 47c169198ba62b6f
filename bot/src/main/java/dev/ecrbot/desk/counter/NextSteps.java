package dev.ecrbot.desk.counter;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.judge.Judging;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.rules.PersonId;
import java.util.List;

/** Tells what somebody may do with grants, so that they are offered nothing that would be refused. */
record NextSteps(Extending extending, EarlyEnding earlyEnding, Reverting reverting, TakeOvers takeOvers) {
    // More buttons than this don't fit into a message.
    private static final int MOST = 20;

    static NextSteps of(Services services, Judging judging, BotConfig config) {
        return new NextSteps(
                services.grants().extending(),
                services.grants().earlyEnding(),
                services.grants().reverting(),
                new TakeOvers(new Admission(judging, config), config.accesses()));
    }

    /**
     * Returns it for each with which they may do anything.
     *
     * @param live the policy in which the grants stand
     */
    List<GrantSteps> of(PersonId person, List<Grant> grants, PolicyDocument live) {
        return grants.stream()
                .filter(grant -> grant.state() == Grant.State.ACTIVE)
                .limit(MOST)
                .map(grant -> new GrantSteps(
                        grant,
                        extending.isOpenTo(person, grant),
                        earlyEnding.isOpenTo(person, grant),
                        reverting.isOpenTo(person, grant, live)))
                .filter(GrantSteps::any)
                .toList();
    }
}
