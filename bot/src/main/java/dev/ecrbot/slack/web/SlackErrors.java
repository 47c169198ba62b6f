package dev.ecrbot.slack.web;

import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import dev.ecrbot.slack.message.SafeText;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    private static final Pattern IN_BODY =
            Pattern.compile("\\{\\s*\"ok\"\\s*:\\s*false\\s*,\\s*\"error\"\\s*:\\s*\"([a-z_]{1,80})\"");

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

    /** Returns the error that a response_url answers with, which it may do with the status 200. */
    static Optional<String> inBody(@Nullable String body) {
        Matcher error = IN_BODY.matcher(body == null ? "" : body);
        return error.lookingAt() ? Optional.of(error.group(1)) : Optional.empty();
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
                    WorkspaceWords.answered(status),
                    status == 429);
        }
        if (status >= 500 || status == 408) {
            return new Reply.Unsure<>(Reply.SHORT, WorkspaceWords.answered(status));
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
