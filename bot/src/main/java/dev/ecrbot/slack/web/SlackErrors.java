package dev.ecrbot.slack.web;

import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import dev.ecrbot.slack.message.SafeText;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sorts Slack's error words. */
final class SlackErrors {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final Set<String> THROTTLED = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");

    private static final Set<String> PASSING = Set.of(
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "external_channel_migrating",
            "team_added_to_org",
            "unknown_error",
            "null");

    /** Somebody has to mend the app or its token; the messages must not be lost meanwhile. */
    private static final Set<String> MENDABLE = Set.of(
            "invalid_auth",
            "not_authed",
            "account_inactive",
            "token_revoked",
            "token_expired",
            "missing_scope",
            "no_permission",
            "org_login_required",
            "accesslimited",
            "ekm_access_denied",
            "team_access_not_granted",
            "not_allowed_token_type");

    private SlackErrors() {}

    /** Returns the error of the step in which an upload failed. */
    static String of(SlackFilesUploadV2Exception e) {
        Stream<SlackApiTextResponse> steps =
                Stream.concat(e.getGetURLResponses().stream(), Stream.ofNullable(e.getCompleteResponse()));
        return steps.filter(step -> !step.isOk())
                .map(step -> String.valueOf(step.getError()))
                .findFirst()
                .orElse("unknown_error");
    }

    static boolean mendable(String error) {
        return MENDABLE.contains(error);
    }

    static <T> Reply<T> reply(String error) {
        if (MENDABLE.contains(error)) {
            return new Reply.Unsure<>(LONG, error);
        }
        if (THROTTLED.contains(error)) {
            return new Reply.Unsure<>(Reply.SHORT, error, true);
        }
        return PASSING.contains(error)
                ? new Reply.Unsure<>(Reply.SHORT, error)
                : new Reply.Refused<>(SafeText.line(error, 80));
    }

    static <T> Reply<T> http(int status, Optional<String> retryAfter, String error) {
        if (status == 429 || status == 503) {
            return new Reply.Unsure<>(
                    retryAfter.map(SlackErrors::seconds).orElse(Reply.SHORT),
                    "Slack answered " + status,
                    status == 429);
        }
        if (status >= 500 || status == 408) {
            return new Reply.Unsure<>(Reply.SHORT, "Slack answered " + status);
        }
        return new Reply.Refused<>(String.format(Locale.ROOT, "HTTP %d %s", status, SafeText.line(error, 80))
                .strip());
    }

    private static Duration seconds(String retryAfter) {
        try {
            Duration asked = Duration.ofSeconds(Math.max(1, Long.parseLong(retryAfter.strip())));
            return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        } catch (NumberFormatException e) {
            return Reply.SHORT;
        }
    }
}
