package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;

/** Tells policies as code, read live. */
record CodeQuestions(Live live) {
    Exported export(FleetInquiry.Export asked) {
        RepositoryRef ref = asked.repository();
        PolicyDocument policy = read(ref);
        return new Exported(
                ref.repository(), asked.form(), asked.form().write(ref.repository(), policy), policy.isEmpty());
    }

    private PolicyDocument read(RepositoryRef ref) {
        try {
            return live.policies().read(ref.repository());
        } catch (ProblemException e) {
            if (e.problem().code() == Code.REPOSITORY_NOT_FOUND) {
                throw new ProblemException(live.suggestions().better(e.problem(), ref.registry(), ref.repository()));
            }
            throw e;
        }
    }
}
