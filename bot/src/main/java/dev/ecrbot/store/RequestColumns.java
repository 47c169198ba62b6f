package dev.ecrbot.store;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Change;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.GrantId;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.Proof;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.desk.request.Revision;
import dev.ecrbot.desk.request.Stage;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.rules.PersonId;
import java.sql.SQLException;
import java.util.Optional;

/** A request as columns, and back: all that it can hold but its id and birth, which no update changes. */
final class RequestColumns {
    private RequestColumns() {}

    static Values of(Request request) {
        Change change = request.change();
        var values = new Values()
                .number("version", request.version())
                .number("revision", request.revision().number())
                .text("state", request.stage().state().name())
                .text("registry", change.registry())
                .target(change.target())
                .text("ends_grant", change.grant().map(GrantId::toString))
                .text("undoes", change.undoes().map(RequestId::value))
                .flag("plan_kept", request.revision().kept())
                .number("plan_mark", request.revision().mark())
                .time("changed_at", request.stage().changedAt())
                .person("decider", request.stage().decision().map(Decision::by))
                .time("decided_at", request.stage().decision().map(Decision::at))
                .text("decision_reason", request.stage().decision().flatMap(Decision::reason))
                .text(
                        "problem_code",
                        request.stage().problem().map(problem -> problem.code().name()))
                .text("problem_what", request.stage().problem().map(Problem::what))
                .text("problem_next", request.stage().problem().map(Problem::next))
                .time("read_back_at", request.stage().proof().map(Proof::readBack))
                .text("aws_request_id", request.stage().proof().map(Proof::awsRequestId));
        plan(request, values);
        EditColumns.write(change.edit(), request.id(), values);
        ask(request.ask(), values);
        return values;
    }

    private static void plan(Request request, Values values) {
        Revision revision = request.revision();
        if (revision.kept()) {
            values.keeping("plan", texts -> PlanColumn.write(revision.plan(), request.id(), texts));
        } else {
            values.text("plan", Optional.empty());
        }
    }

    private static void ask(Optional<Ask> ask, Values values) {
        values.person("requester", ask.map(Ask::requester))
                .text("origin_channel", ask.map(Ask::from).map(Origin::channel))
                .text("response_url", ask.map(Ask::from).flatMap(Origin::responseUrl))
                .text("reason", ask.flatMap(Ask::reason))
                .text("rule", ask.map(Ask::rule))
                .text("channel", ask.map(Ask::channel))
                .text("approvers", ask.map(Ask::approvers).map(PeopleText::write))
                .number("approvals", ask.map(Ask::approvals))
                .flag("end_from_rule", ask.map(Ask::endFromRule))
                .text("informed", ask.flatMap(Ask::informed).map(PeopleText::write));
    }

    static Request read(Row row) throws SQLException {
        return new Request(
                new RequestId(row.text("id")),
                row.count("version"),
                change(row),
                ask(row),
                row.time("created_at"),
                new Revision(
                        row.count("revision"),
                        PlanColumn.read(row, "plan"),
                        row.number("plan_mark"),
                        row.flag("plan_kept")),
                new Stage(
                        row.word("state", RequestState.class),
                        row.time("changed_at"),
                        decision(row),
                        problem(row),
                        proof(row)));
    }

    private static Change change(Row row) throws SQLException {
        return new Change(
                row.text("registry"),
                row.target(),
                EditColumns.read(row),
                row.textIfAny("ends_grant").map(RequestId::new).map(GrantId::new),
                row.textIfAny("undoes").map(RequestId::new));
    }

    private static Optional<Ask> ask(Row row) throws SQLException {
        Optional<PersonId> requester = row.personIfAny("requester");
        if (requester.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Ask(
                requester.get(),
                new Origin(row.text("origin_channel"), row.textIfAny("response_url")),
                row.textIfAny("reason"),
                row.text("rule"),
                row.text("channel"),
                PeopleText.read(row.text("approvers")),
                row.count("approvals"),
                row.flag("end_from_rule"),
                row.textIfAny("informed").map(PeopleText::read)));
    }

    private static Optional<Decision> decision(Row row) throws SQLException {
        Optional<PersonId> decider = row.personIfAny("decider");
        return decider.isEmpty()
                ? Optional.empty()
                : Optional.of(new Decision(decider.get(), row.time("decided_at"), row.textIfAny("decision_reason")));
    }

    private static Optional<Problem> problem(Row row) throws SQLException {
        Optional<Code> code = row.wordIfAny("problem_code", Code.class);
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.kept(code.get(), row.text("problem_what"), row.text("problem_next")));
    }

    private static Optional<Proof> proof(Row row) throws SQLException {
        var readBack = row.timeIfAny("read_back_at");
        return readBack.isEmpty()
                ? Optional.empty()
                : Optional.of(new Proof(readBack.get(), row.text("aws_request_id")));
    }
}
