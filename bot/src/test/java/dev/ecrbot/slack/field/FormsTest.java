package dev.ecrbot.slack.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.ecrbot.Sampled;
import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.desk.ask.Preview;
import dev.ecrbot.desk.ask.Whom;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.sandbox.slack.blocks.ViewCheck;
import dev.ecrbot.slack.EveryCard;
import dev.ecrbot.slack.EveryMessage;
import dev.ecrbot.slack.message.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The form for access in every state, whatever is filled in, wrong with it, or to come of it: Slack takes it. */
class FormsTest {
    private static final AskFields FIELDS = new AskFields(StandardAccess.CATALOGUE);

    @Property(tries = 200)
    @Sampled(20)
    void slackTakesIt(@ForAll @StringLength(max = 1_000) String text) {
        isTaken(text);
    }

    @ParameterizedTest
    @MethodSource("dev.ecrbot.slack.EveryCard#texts")
    void slackTakesItWithTheOddestTexts(String text) {
        isTaken(text);
    }

    @Test
    void noKindOfPreviewIsLeftOut() {
        assertThat(previews("x"))
                .<Class<?>>extracting(Object::getClass)
                .contains(Preview.class.getPermittedSubclasses());
    }

    private static void isTaken(String text) {
        for (Draft draft : drafts(text)) {
            for (Map<Draft.Field, Problem> wrong : List.of(Map.<Draft.Field, Problem>of(), allWrong(text))) {
                accepted(draft, wrong, new Preview.Unfinished());
            }
        }
        Draft draft = drafts(text).get(0);
        for (Preview preview : previews(text)) {
            accepted(draft, Map.of(), preview);
        }
    }

    private static void accepted(Draft draft, Map<Draft.Field, Problem> wrong, Preview preview) {
        List<LayoutBlock> blocks = Stream.of(
                        FIELDS.shown(draft, wrong, AskFields.whom(known(draft.role()))),
                        preview.replaceable().stream().<LayoutBlock>map(FIELDS::replacing),
                        preview.visit(new PreviewText(Samples.NAMING)).stream())
                .flatMap(some -> some)
                .toList();
        var view = new ModalView("ask", "Ask for access", "Ask", "Not now").of("", blocks);
        assertThatCode(() -> ViewCheck.accept(json(GsonFactory.createSnakeCase().toJson(view)), "modal"))
                .as("%s, %s", draft, preview.getClass().getSimpleName())
                .doesNotThrowAnyException();
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }

    private static List<Draft> drafts(String text) {
        return List.of(
                new Draft(text, text, text, text, "for 7d", text),
                new Draft("pull", text, text, text, "for 3650d", text),
                new Draft("pull", "payments/api", "sales", "", "until 2026-12-31", ""),
                Draft.EMPTY);
    }

    private static List<Whom> known(String text) {
        return IntStream.range(0, 120)
                .mapToObj(number -> new Whom(number % 2 == 0 ? "sales" : text, text + number))
                .toList();
    }

    private static Map<Draft.Field, Problem> allWrong(String text) {
        var wrong = new EnumMap<Draft.Field, Problem>(Draft.Field.class);
        Arrays.stream(Draft.Field.values())
                .forEach(field -> wrong.put(field, new Problem(Code.COMMAND_MALFORMED, "No: " + text, "Type " + text)));
        return wrong;
    }

    private static List<Preview> previews(String text) {
        var waiting = EveryMessage.request(text, RequestState.PENDING);
        var previews = new ArrayList<Preview>(List.of(
                new Preview.Unfinished(),
                new Preview.Refused(new Problem(Code.COMMAND_MALFORMED, "No: " + text, "Type " + text)),
                new Preview.Needless(text),
                new Preview.Waiting(waiting)));
        EveryCard.requests(text).forEach(request -> previews.add(new Preview.Ready(request, Optional.of(waiting))));
        return previews;
    }
}
