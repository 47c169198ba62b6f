package dev.ecrbot.machine.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.denial.Caller;
import dev.ecrbot.desk.answer.Audit;
import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.answer.Drift;
import dev.ecrbot.desk.answer.Explanation;
import dev.ecrbot.desk.answer.Exported;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.answer.Holders;
import dev.ecrbot.desk.answer.HomePage;
import dev.ecrbot.desk.answer.Paging;
import dev.ecrbot.desk.answer.PersonsAccess;
import dev.ecrbot.desk.answer.Place;
import dev.ecrbot.desk.answer.Possibility;
import dev.ecrbot.desk.answer.PrincipalReach;
import dev.ecrbot.desk.answer.Profile;
import dev.ecrbot.desk.answer.RowText;
import dev.ecrbot.desk.answer.RuleBook;
import dev.ecrbot.desk.answer.Sheet;
import dev.ecrbot.desk.answer.Story;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.problem.MachineProblems;
import dev.ecrbot.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes what was found out: the rows that the command line writes for the same question, and what has to be known beside them. */
final class FindingJson implements Finding.Visitor<ObjectNode> {

    @Override
    public ObjectNode explanation(Explanation explanation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("half", explanation.denial().half().word());
        json.put("conclusion", explanation.conclusion().name().toLowerCase(Locale.ROOT));
        explanation.denial().action().ifPresent(action -> json.put("action", action));
        explanation.denial().caller().map(Caller::text).ifPresent(caller -> json.put("principal", caller));
        explanation.denial().place().whole().ifPresent(repository -> json.put("repository", repository.arn()));
        json.put("confident", explanation.denial().confident());
        explanation.ask().ifPresent(ask -> json.put("ask", ask));
        return json;
    }

    @Override
    public ObjectNode possibility(Possibility found) {
        ObjectNode json = rows(Stream.concat(
                Stream.of(RowText.of(found.says(), "")),
                found.newborn().stream().map(born -> RowText.of(born.says(), born.template()))));
        place(json, found.place());
        json.put("verdict", found.says().verdict().name().toLowerCase(Locale.ROOT));
        found.ask().ifPresent(ask -> json.put("ask", ask));
        return json;
    }

    @Override
    public ObjectNode holders(Holders found) {
        ObjectNode json = rows(RowText.of(found));
        place(json, found.place());
        // Of so many rows nobody can be asked about: everyone, or all but some.
        json.put("others", found.others().size());
        return json;
    }

    @Override
    public ObjectNode story(Story story) {
        return RequestJson.of(story);
    }

    @Override
    public ObjectNode reach(PrincipalReach found) {
        ObjectNode json = rows(found.ways().stream()
                .flatMap(way -> way.repositories().stream().map(repository -> RowText.of(way, repository))));
        return fleet(json, found.hidden(), found.paging(), found.coverage());
    }

    @Override
    public ObjectNode audit(Audit found) {
        ObjectNode json = rows(found.findings().stream().map(RowText::of));
        var sorts = json.putArray("sorts");
        found.sorts()
                .forEach(sort -> sorts.addObject()
                        .put("severity", sort.severity().name().toLowerCase(Locale.ROOT))
                        .put("kind", sort.kind())
                        .put("count", sort.count()));
        return fleet(json, found.hidden(), found.paging(), found.coverage());
    }

    @Override
    public ObjectNode drift(Drift found) {
        ObjectNode json = rows(found.differences().stream().map(RowText::of));
        json.put("compared", found.grants()).put("unread", found.unread());
        return fleet(json, found.hidden(), found.paging(), found.coverage());
    }

    @Override
    public ObjectNode exported(Exported found) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("repository", found.repository().arn())
                .put("form", found.form().word())
                .put("code", found.code())
                .put("none", found.none());
    }

    @Override
    public ObjectNode sheet(Sheet sheet) {
        ObjectNode json = rows(sheet.rows().stream());
        json.put("total", sheet.total()).put("hidden", sheet.hidden());
        return coverage(json, sheet.coverage());
    }

    @Override
    public ObjectNode chronicle(Chronicle chronicle) {
        throw forPeople();
    }

    @Override
    public ObjectNode profile(Profile profile) {
        throw forPeople();
    }

    @Override
    public ObjectNode ruleBook(RuleBook ruleBook) {
        throw forPeople();
    }

    @Override
    public ObjectNode personsAccess(PersonsAccess access) {
        throw forPeople();
    }

    @Override
    public ObjectNode home(HomePage home) {
        throw forPeople();
    }

    @Override
    public ObjectNode choice(Finding.Choice choice) {
        throw forPeople();
    }

    @Override
    public ObjectNode checkedUp(Finding.CheckedUp checkedUp) {
        throw forPeople();
    }

    @Override
    public ObjectNode renewed(Finding.Renewed renewed) {
        ObjectNode json = renewed.answer().visit(this);
        json.put("read_anew", renewed.renewal().troubles().isEmpty());
        return json;
    }

    /** What a machine has to ask again for. */
    @Override
    public ObjectNode promised(Finding.Promised promised) {
        ObjectNode json = rows(Stream.of());
        json.put("pending", true).put("read_anew", false);
        return coverage(json, promised.coverage());
    }

    private static ProblemException forPeople() {
        return new ProblemException(MachineProblems.answeredToPeopleOnly());
    }

    private static ObjectNode rows(Stream<Map<String, String>> found) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var rows = json.putArray("rows");
        List<Map<String, String>> all = found.toList();
        all.forEach(row -> {
            ObjectNode one = rows.addObject();
            row.forEach(one::put);
        });
        return json;
    }

    private static void place(ObjectNode json, Place place) {
        json.put("repository", place.repository().arn());
        json.put("exists", place.exists());
        place.doubt().ifPresent(doubt -> json.put("doubt", doubt));
        place.age().ifPresent(age -> json.put("read_at", age.read().toString()));
        place.templatesRead().ifPresent(read -> json.put("templates_read_at", read.toString()));
    }

    private static ObjectNode fleet(ObjectNode json, long hidden, Paging paging, Coverage coverage) {
        json.put("page", paging.page())
                .put("pages", paging.pages())
                .put("total", paging.total())
                .put("hidden", hidden);
        return coverage(json, coverage);
    }

    private static ObjectNode coverage(ObjectNode json, Coverage coverage) {
        coverage.oldest().ifPresent(oldest -> json.put("oldest_read_at", oldest.toString()));
        return json.put("whole", coverage.whole());
    }
}
