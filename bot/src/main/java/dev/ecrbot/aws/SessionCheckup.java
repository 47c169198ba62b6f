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
            return List.of(Examined.fine(SESSIONS, subject, CallWords.noSessions()));
        }
        var found = new ArrayList<Examined>();
        found.add(Examined.by(SESSIONS, subject, () -> {
            identity.attempt(holder, registry.attribution(), DOCTOR);
            return CallWords.sessions(shown(registry.attribution()));
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
            return Optional.of(Examined.fine(ATTRIBUTION, subject, CallWords.takesSourceIdentity()));
        } catch (ProblemException e) {
            Problem problem = e.problem();
            return problem.code() == Code.AWS_ATTRIBUTION_REFUSED
                    ? Optional.of(Examined.fine(ATTRIBUTION, subject, CallWords.takesNoSourceIdentity()))
                    : Optional.empty();
        }
    }

    private static String shown(Attribution attribution) {
        return switch (attribution) {
            case NONE -> CallWords.showsNothing();
            case REQUEST -> CallWords.showsRequest();
            case SOURCE_IDENTITY -> CallWords.showsPeople();
            case TAGS -> CallWords.showsPeopleBeside();
        };
    }
}
