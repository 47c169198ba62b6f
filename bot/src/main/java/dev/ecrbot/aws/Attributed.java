package dev.ecrbot.aws;

import dev.ecrbot.config.Registry.Attribution;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.rules.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * Puts on a session whose doing its calls are.
 *
 * <p>The session's name and its source identity stand in CloudTrail beside each call; tags only beside the call that began
 * the session.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html">Source
 *     identity</a>
 */
final class Attributed {

    /** The name of what belongs to no request. */
    static final String BOT = "ecr-bot";

    /** Who decided where a rule did. */
    static final String RULE = "rule";

    private static final int LONGEST = 64;

    private Attributed() {}

    static void put(AssumeRoleRequest.Builder request, Attribution attribution, OnBehalf behalf) {
        request.roleSessionName(attribution == Attribution.NONE ? BOT : behalf.request());
        if (attribution == Attribution.SOURCE_IDENTITY) {
            request.sourceIdentity(sourceIdentity(behalf));
        } else if (attribution == Attribution.TAGS) {
            request.tags(tags(behalf));
        }
    }

    /** Returns {@code asked=U0RITA,decided=U0AMIR} for example. STS takes no blanks and no more than 64 characters. */
    private static String sourceIdentity(OnBehalf behalf) {
        Optional<String> asked = behalf.requester().map(person -> "asked=" + person.user());
        Optional<String> decided = decider(behalf).map(who -> "decided=" + who);
        String both = Stream.of(asked, decided).flatMap(Optional::stream).collect(Collectors.joining(","));
        if (both.length() > LONGEST) {
            // Half an id would be somebody else's: the request has the other one.
            return decided.orElse(BOT);
        }
        return both.isEmpty() ? BOT : both;
    }

    private static List<Tag> tags(OnBehalf behalf) {
        var tags = new ArrayList<Tag>();
        tags.add(tag("EcrBotRequest", behalf.request()));
        behalf.requester().map(PersonId::user).ifPresent(user -> tags.add(tag("EcrBotAskedBy", user)));
        decider(behalf).ifPresent(who -> tags.add(tag("EcrBotDecidedBy", who)));
        return tags;
    }

    /** Returns who decided; no id of Slack's is {@code rule}, and no machine decides. */
    private static Optional<String> decider(OnBehalf behalf) {
        return behalf.byRule() ? Optional.of(RULE) : behalf.decider().map(PersonId::user);
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
