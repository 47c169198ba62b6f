package dev.ecrbot.aws;

import dev.ecrbot.config.Registry;
import dev.ecrbot.config.Registry.Attribution;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at whether STS gives the sessions that the bot writes under; begins some, and calls nothing with them. */
final class SessionCheckup {
    private static final String SESSIONS = "aws.sessions";
    private static final String ATTRIBUTION = "aws.attribution";
    private static final OnBehalf DOCTOR = new OnBehalf("ecr-bot-doctor", Optional.empty(), Optional.empty());

    private SessionCheckup() {}

    static List<Examined> look(Registry registry, CallingIdentity identity, RegionalRegistry holder) {
        String subject = holder.label();
        if (registry.role().isEmpty()) {
            return List.of(
                    Examined.fine(
                            SESSIONS,
                            subject,
                            "There is no role, so a write has all that the process's own identity may do, and CloudTrail shows no request."));
        }
        var found = new ArrayList<Examined>();
        found.add(Examined.by(SESSIONS, subject, () -> {
            identity.attempt(holder, registry.attribution(), DOCTOR);
            return "Each write gets a session that reaches one policy alone; CloudTrail shows of it "
                    + shown(registry.attribution()) + ".";
        }));
        if (registry.attribution() == Attribution.REQUEST) {
            sourceIdentity(identity, holder, subject).ifPresent(found::add);
        }
        return found;
    }

    /** Tells those who could have it without more ado, and those who couldn't. */
    private static Optional<Examined> sourceIdentity(
            CallingIdentity identity, RegionalRegistry holder, String subject) {
        try {
            identity.attempt(holder, Attribution.SOURCE_IDENTITY, DOCTOR);
            return Optional.of(Examined.fine(
                    ATTRIBUTION,
                    subject,
                    "The role takes a source identity, too: with attribution: source_identity CloudTrail also shows who"
                            + " asked and who decided."));
        } catch (ProblemException e) {
            Problem problem = e.problem();
            return problem.code() == Code.AWS_ATTRIBUTION_REFUSED
                    ? Optional.of(Examined.fine(
                            ATTRIBUTION,
                            subject,
                            "CloudTrail doesn't show who asked and who decided: the role takes no source identity."))
                    : Optional.empty();
        }
    }

    private static String shown(Attribution attribution) {
        return switch (attribution) {
            case NONE -> "nothing of the request";
            case REQUEST -> "the request's id";
            case SOURCE_IDENTITY -> "the request's id, who asked and who decided";
            case TAGS -> "the request's id, and beside AssumeRole who asked and who decided";
        };
    }
}
