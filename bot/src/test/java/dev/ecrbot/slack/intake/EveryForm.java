package dev.ecrbot.slack.intake;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.desk.ask.Preview;
import dev.ecrbot.desk.ask.Whom;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.request.Origin;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.slack.EveryCard;
import dev.ecrbot.slack.EveryMessage;
import dev.ecrbot.slack.ScriptedCounter;
import dev.ecrbot.slack.field.AskFields;
import dev.ecrbot.slack.field.ModalView;
import dev.ecrbot.slack.field.PreviewText;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.Samples;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every form as it is opened, with a text in it wherever one from outside can stand. */
public final class EveryForm {
    private static final Asker RITA = new Asker(Samples.RITA, new Origin("C0GENERAL", Optional.empty()));

    private EveryForm() {}

    /** Returns them by what they are for. */
    public static Map<String, View> all(String text) {
        var forms = new LinkedHashMap<String, View>();
        Interactions.of(new ScriptedCounter(), () -> Samples.NAMING)
                .all()
                .forEach(each -> opened(each).ifPresent(form -> forms.putIfAbsent(form.getCallbackId(), form)));
        forms.put("asked for again", ask(draft(text), Map.of(), new Preview.Unfinished()));
        forms.put("wrong in each field", ask(draft(text), wrong(text), new Preview.Unfinished()));
        forms.put("refused", ask(draft(text), Map.of(), new Preview.Refused(problem(text))));
        forms.put("needless", ask(draft(text), Map.of(), new Preview.Needless(text)));
        var waiting = EveryMessage.request(text, RequestState.PENDING);
        forms.put("waits already", ask(draft(text), Map.of(), new Preview.Waiting(waiting)));
        int at = 0;
        for (var request : EveryCard.requests(text)) {
            forms.put("ready " + at++, ask(draft(text), Map.of(), new Preview.Ready(request, Optional.of(waiting))));
        }
        return forms;
    }

    private static Optional<View> opened(Interaction each) {
        String id = Samples.request().id().value();
        return Stream.of(id, "grant instead pull payments/api \"" + "x".repeat(1_000) + '"')
                .map(value -> new Press(value, Ids.revision(1), Optional.of("trigger")))
                .flatMap(press -> each.handler().clicked(press).stream())
                .flatMap(errand -> errand.work().apply(RITA).modal().stream())
                .findFirst();
    }

    private static View ask(Draft draft, Map<Draft.Field, Problem> wrong, Preview preview) {
        var fields = new AskFields(Samples.NAMING.accesses());
        var whom = AskFields.whom(List.of(new Whom("sales", draft.role()), new Whom("sales", "")));
        return new ModalView("access.ask.submit", "Ask for access", "Ask", "Not now")
                .of(
                        "",
                        Stream.of(
                                        fields.shown(draft, wrong, whom),
                                        preview.replaceable().stream().<LayoutBlock>map(fields::replacing),
                                        preview.visit(new PreviewText(Samples.NAMING)).stream())
                                .flatMap(some -> some)
                                .toList());
    }

    private static Draft draft(String text) {
        return new Draft("pull", text, text, text, "for 3650d", text);
    }

    private static Map<Draft.Field, Problem> wrong(String text) {
        var wrong = new EnumMap<Draft.Field, Problem>(Draft.Field.class);
        Arrays.stream(Draft.Field.values()).forEach(field -> wrong.put(field, problem(text)));
        return wrong;
    }

    private static Problem problem(String text) {
        return new Problem(Code.COMMAND_MALFORMED, "No: " + text, "Write " + text);
    }
}
