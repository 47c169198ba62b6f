package dev.ecrbot.machine.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.AnswerVisitor;
import dev.ecrbot.desk.counter.HeldAlready;
import dev.ecrbot.desk.counter.StatusLine;
import dev.ecrbot.desk.request.Covering;
import dev.ecrbot.problem.MachineProblems;
import dev.ecrbot.problem.ProblemException;
import java.time.Instant;
import java.util.List;

/** Writes what the desk answers. What only people are answered never comes by here, and would be refused. */
public final class AnswerJson implements AnswerVisitor<Outcome> {
    private static final int DONE = 200;
    private static final int TAKEN = 202;

    @Override
    public Outcome refused(Answer.Refused refused) {
        return ProblemJson.of(refused.problem());
    }

    @Override
    public Outcome filed(Answer.Filed filed) {
        return new Outcome(filed.request().stage().state().isFinal() ? DONE : TAKEN, RequestJson.of(filed.request()));
    }

    @Override
    public Outcome waitingAlready(Answer.WaitingAlready waiting) {
        ObjectNode json = RequestJson.of(waiting.request()).put("waited_already", true);
        // It may be somebody else's, and why they asked is theirs.
        json.remove("reason");
        return new Outcome(TAKEN, json);
    }

    @Override
    public Outcome nothingToChange(Answer.NothingToChange nothing) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("state", "nothing_to_change")
                .put("final", true)
                .put("why", nothing.why());
        nothing.held()
                .map(HeldAlready::covering)
                .filter(covering -> !covering.isEmpty())
                .ifPresent(covering -> covered(json.putArray("covered_by"), covering));
        return new Outcome(DONE, json);
    }

    private static void covered(ArrayNode json, List<Covering> covering) {
        covering.forEach(each -> {
            ObjectNode one = json.addObject()
                    .put("request", each.request().value())
                    .put("requester", RequestJson.person(each.requester()));
            each.until().ifPresent(end -> one.put("until", end.toString()));
        });
    }

    @Override
    public Outcome cancelled(Answer.Cancelled cancelled) {
        ObjectNode json = RequestJson.of(cancelled.request());
        cancelled.goesOnAs().ifPresent(heir -> json.put("goes_on_as", RequestJson.person(heir)));
        return new Outcome(DONE, json);
    }

    @Override
    public Outcome status(Answer.Status status) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("target", status.target().arn());
        lines(json.putArray("rows"), status.lines());
        lines(json.putArray("through_registry"), status.through());
        ArrayNode notes = json.putArray("notes");
        status.notes().forEach(notes::add);
        json.put("waiting", status.waiting());
        return new Outcome(DONE, json);
    }

    private static void lines(ArrayNode rows, List<StatusLine> lines) {
        lines.forEach(line -> {
            ObjectNode row = rows.addObject();
            row.put("principal", line.holding().principal().text());
            row.put("actions", String.join(" ", line.holding().actions()));
            row.put("effect", line.holding().allow() ? "allow" : "deny");
            row.put("conditional", line.holding().conditional());
            line.holding().until().map(Instant::toString).ifPresent(until -> row.put("until", until));
            line.holding().sid().ifPresent(sid -> row.put("sid", sid));
            ArrayNode grants = row.putArray("grants");
            line.grants().forEach(grant -> grants.add(grant.id().toString()));
        });
    }

    @Override
    public Outcome requestList(Answer.RequestList list) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode requests = json.putArray("requests");
        list.requests().forEach(request -> requests.add(RequestJson.of(request)));
        json.put("total", list.paging().total());
        json.put("more", list.paging().more());
        return new Outcome(DONE, json);
    }

    @Override
    public Outcome login(Answer.Login login) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("shell", login.snippet().shell());
        ArrayNode docker = json.putArray("docker");
        login.snippet().docker().forEach(docker::add);
        return new Outcome(DONE, json);
    }

    @Override
    public Outcome found(Answer.Found found) {
        Finding finding = found.finding();
        return new Outcome(DONE, finding.visit(new FindingJson()));
    }

    @Override
    public Outcome guessed(Answer.Guessed guessed) {
        throw forPeople();
    }

    @Override
    public Outcome ending(Answer.Ending ending) {
        throw forPeople();
    }

    @Override
    public Outcome shortened(Answer.Shortened shortened) {
        throw forPeople();
    }

    @Override
    public Outcome fieldWanted(Answer.FieldWanted wanted) {
        throw forPeople();
    }

    @Override
    public Outcome help(Answer.Help help) {
        throw forPeople();
    }

    @Override
    public Outcome approved(Answer.Approved approved) {
        throw forPeople();
    }

    @Override
    public Outcome unheard(Answer.Unheard unheard) {
        throw forPeople();
    }

    @Override
    public Outcome denied(Answer.Denied denied) {
        throw forPeople();
    }

    @Override
    public Outcome passedOn(Answer.PassedOn passedOn) {
        throw forPeople();
    }

    private static ProblemException forPeople() {
        return new ProblemException(MachineProblems.answeredToPeopleOnly());
    }
}
