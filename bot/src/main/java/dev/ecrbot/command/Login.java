package dev.ecrbot.command;

import dev.ecrbot.ecr.LoginTool;
import java.util.Optional;

/** Show how to log in to a repository, or to its registry; without a tool, with docker. */
public record Login(TargetRef target, Optional<LoginTool> tool) implements Command {
    @Override
    public String text() {
        return "login " + target.text()
                + tool.map(with -> " for " + with.word()).orElse("");
    }

    @Override
    public <T> T visit(CommandVisitor<T> visitor) {
        return visitor.login(this);
    }
}
