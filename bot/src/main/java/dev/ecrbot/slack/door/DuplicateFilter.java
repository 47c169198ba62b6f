package dev.ecrbot.slack.door;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestType;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acknowledges what was delivered before without doing it again. A delivery that Slack repeats carries a new timestamp and
 * signature, or comes through another connection, but its trigger id stays: every typed or clicked thing has one of its own.
 */
public final class DuplicateFilter implements Middleware {
    private static final Logger LOG = LoggerFactory.getLogger(DuplicateFilter.class);

    private final SeenDeliveries seen;

    public DuplicateFilter(SeenDeliveries seen) {
        this.seen = seen;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Bolt declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        if (request.getRequestType() == RequestType.SSLCheck) {
            return Response.ok();
        }
        Optional<String> trigger = trigger(request);
        boolean first = trigger.isEmpty() || seen.first("trigger " + trigger.get());
        // Only what says that it is a repetition is taken for one: nobody is to type in vain.
        if (!first && request.getHeaders().getFirstValue("X-Slack-Retry-Num") != null) {
            LOG.info("Slack's delivery of something that came before was acknowledged without effect");
            return Response.ok();
        }
        return chain.next(request);
    }

    private static Optional<String> trigger(Request<?> request) {
        if (request instanceof SlashCommandRequest command) {
            return Optional.ofNullable(command.getPayload().getTriggerId());
        }
        if (request instanceof BlockActionRequest action) {
            return Optional.ofNullable(action.getPayload().getTriggerId());
        }
        if (request instanceof ViewSubmissionRequest submission) {
            return Optional.ofNullable(submission.getPayload().getTriggerId());
        }
        return Optional.empty();
    }
}
