package dev.ecrbot.command;

/** Has one answer for each kind of command. */
public interface CommandVisitor<T> {
    T grant(Command.Grant grant);

    T several(Several several);

    T revoke(Command.Revoke revoke);

    T status(Command.Status status);

    T requests(Command.Requests requests);

    T cancel(Command.Cancel cancel);

    T extend(Command.Extend extend);

    T end(Command.End end);

    T undo(Command.Undo undo);

    T which(Which which);

    T login(Login login);

    T doctor(Doctor doctor);

    T help(Command.Help help);

    T inquire(Command.Inquire inquire);
}
