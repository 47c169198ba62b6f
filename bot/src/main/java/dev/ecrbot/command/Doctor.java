package dev.ecrbot.command;

/** Look at all that the bot itself needs. */
public record Doctor() implements Command {
    @Override
    public String text() {
        return "doctor";
    }

    @Override
    public <T> T visit(CommandVisitor<T> visitor) {
        return visitor.doctor(this);
    }
}
