package dev.ecrbot.slack.web;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.SlackFilesUploadV2Exception;
import com.slack.api.webhook.WebhookResponse;
import dev.ecrbot.time.Took;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** What came of a call to Slack. */
public sealed interface Reply<T> {

    /** Hands itself to the method for its kind. */
    <R> R visit(Visitor<T, R> visitor);

    /** Returns the answer, if there is one. */
    Optional<T> done();

    /** Returns what kept Slack from doing it; empty if it did it. */
    String why();

    /** Returns the same with what this makes of the answer. */
    default <R> Reply<R> map(Function<? super T, ? extends R> other) {
        return visit(new Visitor<T, Reply<R>>() {
            @Override
            public Reply<R> done(Done<T> done) {
                return new Done<>(other.apply(done.answer()));
            }

            @Override
            public Reply<R> refused(Refused<T> refused) {
                return new Refused<>(refused.error());
            }

            @Override
            public Reply<R> unsure(Unsure<T> unsure) {
                return new Unsure<>(unsure.after(), unsure.why(), unsure.throttled());
            }
        });
    }

    /** Has one answer for each kind. */
    interface Visitor<T, R> {
        R done(Done<T> done);

        R refused(Refused<T> refused);

        R unsure(Unsure<T> unsure);
    }

    /** Slack did it. */
    record Done<T>(T answer) implements Reply<T> {
        @Override
        public <R> R visit(Visitor<T, R> visitor) {
            return visitor.done(this);
        }

        @Override
        public Optional<T> done() {
            return Optional.of(answer);
        }

        @Override
        public String why() {
            return "";
        }
    }

    /** Slack said no, and would say so again. {@code error} is Slack's word for it. */
    record Refused<T>(String error) implements Reply<T> {
        @Override
        public <R> R visit(Visitor<T, R> visitor) {
            return visitor.refused(this);
        }

        @Override
        public Optional<T> done() {
            return Optional.empty();
        }

        @Override
        public String why() {
            return error;
        }
    }

    /**
     * It may work later, but not before {@code after}; perhaps it even worked.
     *
     * @param throttled whether Slack takes nothing of this kind before that
     */
    record Unsure<T>(Duration after, String why, boolean throttled) implements Reply<T> {
        Unsure(Duration after, String why) {
            this(after, why, false);
        }

        @Override
        public <R> R visit(Visitor<T, R> visitor) {
            return visitor.unsure(this);
        }

        @Override
        public Optional<T> done() {
            return Optional.empty();
        }
    }

    /** Waits for somebody, where the caller has nothing better. */
    Duration SHORT = Duration.ofSeconds(2);

    /** A call that may fail in the SDK's ways. */
    interface Call<T> {
        T run() throws IOException, SlackApiException;
    }

    /** As {@link #of}, and tells how long it took and what came of it: ok, refused, throttled or failed. */
    static <T> Reply<T> timed(Took heard, String method, Call<T> call) {
        long began = System.nanoTime();
        Reply<T> reply = of(call);
        heard.since(began, method, reply.visit(new Outcome<>()));
        return reply;
    }

    /** The word for what came of a call. */
    final class Outcome<T> implements Visitor<T, String> {
        @Override
        public String done(Done<T> done) {
            return "ok";
        }

        @Override
        public String refused(Refused<T> refused) {
            return "refused";
        }

        @Override
        public String unsure(Unsure<T> unsure) {
            return unsure.throttled() ? "throttled" : "failed";
        }
    }

    /** Runs the call; nothing is thrown. */
    static <T> Reply<T> of(Call<T> call) {
        try {
            T answer = call.run();
            if (answer instanceof SlackApiTextResponse response && !response.isOk()) {
                return SlackErrors.reply(String.valueOf(response.getError()));
            }
            if (answer instanceof WebhookResponse response && response.getCode() != 200) {
                return SlackErrors.http(response.getCode(), Optional.empty(), "response_url");
            }
            if (answer instanceof WebhookResponse response) {
                Optional<String> error = SlackErrors.inBody(response.getBody());
                if (error.isPresent()) {
                    return SlackErrors.reply(error.get());
                }
            }
            return new Done<>(answer);
        } catch (SlackApiException e) {
            return SlackErrors.http(
                    e.getResponse().code(),
                    Optional.ofNullable(e.getResponse().header("Retry-After")),
                    e.getError() == null ? "" : String.valueOf(e.getError().getError()));
        } catch (IOException e) {
            return new Unsure<>(SHORT, WorkspaceWords.unreachable(e.getClass().getSimpleName()));
        } catch (SlackFilesUploadV2Exception e) {
            return SlackErrors.reply(SlackErrors.of(e));
        } catch (RuntimeException e) {
            // The SDK parses answers with Gson and unwraps bodies unchecked: a broken answer ends here.
            return new Unsure<>(SHORT, WorkspaceWords.unreadable(e.getClass().getSimpleName()));
        }
    }
}
