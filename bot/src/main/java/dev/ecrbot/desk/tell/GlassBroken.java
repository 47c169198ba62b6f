package dev.ecrbot.desk.tell;

import dev.ecrbot.desk.request.Request;

/** Tells a channel that somebody took access at once in an emergency; what came of it is on its card. */
public record GlassBroken(Request request, String channel) implements Message {
    @Override
    public <T> T visit(MessageVisitor<T> visitor) {
        return visitor.glassBroken(this);
    }
}
