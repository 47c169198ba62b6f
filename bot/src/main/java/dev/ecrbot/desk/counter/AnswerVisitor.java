package dev.ecrbot.desk.counter;

/** Has one answer for each kind of what a person is told. */
public interface AnswerVisitor<T> {
    T refused(Answer.Refused refused);

    T guessed(Answer.Guessed guessed);

    T filed(Answer.Filed filed);

    T waitingAlready(Answer.WaitingAlready waiting);

    T nothingToChange(Answer.NothingToChange nothing);

    T status(Answer.Status status);

    T requestList(Answer.RequestList list);

    T cancelled(Answer.Cancelled cancelled);

    T ending(Answer.Ending ending);

    T shortened(Answer.Shortened shortened);

    T fieldWanted(Answer.FieldWanted wanted);

    T login(Answer.Login login);

    T found(Answer.Found found);

    T help(Answer.Help help);

    T unheard(Answer.Unheard unheard);

    T approved(Answer.Approved approved);

    T denied(Answer.Denied denied);

    T passedOn(Answer.PassedOn passed);
}
