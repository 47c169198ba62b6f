package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.request.Request;
import java.util.Map;

/**
 * A message in the fallback channel: a statement of the bot's stands in a policy, and there is no record of who asked for it.
 *
 * @param request what was found there for one of its principals
 * @param principals how many stand in it without a record
 */
public record RecordLost(Request request, String channel, String sid, int principals) implements Message {
    static RecordLost of(Request request, Map<String, String> details) {
        return new RecordLost(
                request,
                details.getOrDefault(Detail.CHANNEL, ""),
                details.getOrDefault(Detail.SID, ""),
                Integer.parseInt(details.getOrDefault(Detail.NUMBER, "1")));
    }

    @Override
    public <T> T visit(MessageVisitor<T> visitor) {
        return visitor.recordLost(this);
    }
}
