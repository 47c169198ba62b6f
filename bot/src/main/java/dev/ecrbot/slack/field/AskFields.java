package dev.ecrbot.slack.field;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.DispatchActionConfig;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.desk.ask.Whom;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.slack.message.Ids;
import dev.ecrbot.slack.message.SafeText;
import dev.ecrbot.slack.words.FormWords;
import dev.ecrbot.slack.words.ModalWords;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields of the form for access. Slack tells of each change in them; what was filled in stays when they are shown anew, since
 * their ids do.
 *
 * @param accesses what can be asked for
 */
public record AskFields(AccessCatalogue accesses) {
    private static final int LONGEST_CHOICE = 75;
    private static final int LONGEST_HINT = 1_000;
    private static final Pattern DATE = Pattern.compile("until ([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final String NONE = "none";
    private static final String KEEP = "keep";
    private static final PickField PICK = new PickField("pick", Ids.PICK);
    private static final TextField REPOSITORY = new TextField("repository", "repository.text", 512);
    private static final TextField ACCOUNT = new TextField("account", "account.text", 300);
    private static final TextField ROLE = new TextField("role", "role.text", 300);
    private static final SelectField ACCESS = new SelectField("access", "access.choice");
    private static final SelectField END = new SelectField("end", "end.choice");
    private static final DateField DAY = new DateField("day", "day.date");
    private static final TextField WHY = new TextField("why", "why.text", 300);
    private static final SelectField REPLACE = new SelectField("replace", "replace.choice");

    /** The ids of the fields of which Slack tells each change. */
    public static final List<String> LISTENING = List.of(
            PICK.action(),
            REPOSITORY.action(),
            WhomField.action(),
            ACCOUNT.action(),
            ROLE.action(),
            ACCESS.action(),
            END.action(),
            DAY.action());

    /** The id of the block beside which stands what is wrong with none of them. */
    public static final String BLOCK = REPOSITORY.block();

    /**
     * Returns the fields, filled in.
     *
     * @param wrong what is to be told at them
     * @param whom what offers those who can be meant, as {@link #whom} makes it; nothing where nobody is known
     */
    public Stream<LayoutBlock> shown(Draft draft, Map<Draft.Field, Problem> wrong, Optional<InputBlock> whom) {
        var hints = new Hints(wrong);
        return Stream.of(
                        repository(draft, hints),
                        whom.stream().<LayoutBlock>map(block -> block),
                        who(draft, hints, whom.isPresent()),
                        access(draft, hints))
                .flatMap(fields -> fields);
    }

    private static Stream<LayoutBlock> repository(Draft draft, Hints hints) {
        return Stream.of(
                listening(PICK.shown(FormWords.repository(), FormWords.repositoryOffered())),
                listening(REPOSITORY.filled(
                        FormWords.repositoryTyped(),
                        hints.at(Draft.Field.REPOSITORY, FormWords.repositoryForms()),
                        FormWords.repositoryExample(),
                        true,
                        draft.repository())));
    }

    /** @param offered whether it can be chosen as well */
    private static Stream<LayoutBlock> who(Draft draft, Hints hints, boolean offered) {
        return Stream.of(
                listening(ACCOUNT.filled(
                        offered ? FormWords.otherAccount() : FormWords.account(),
                        hints.at(Draft.Field.ACCOUNT, FormWords.accountForms()),
                        FormWords.accountExample(),
                        offered,
                        draft.account())),
                listening(ROLE.filled(
                        FormWords.role(),
                        hints.at(Draft.Field.ROLE, FormWords.roleForms()),
                        FormWords.roleExample(),
                        true,
                        draft.role())));
    }

    private Stream<LayoutBlock> access(Draft draft, Hints hints) {
        return Stream.of(
                listening(ACCESS.shown(
                        FormWords.access(),
                        hints.at(Draft.Field.ACCESS, FormWords.accessForms()),
                        allowed(),
                        draft.access())),
                listening(END.shown(FormWords.length(), FormWords.lengthForms(), lengths(draft.end()), chosen(draft))),
                listening(DAY.shown(
                        FormWords.day(), hints.at(Draft.Field.END, FormWords.dayCounts()), date(draft.end()))),
                WHY.filled(FormWords.why(), ModalWords.decidersSeeIt(), FormWords.whyExample(), true, draft.reason()));
    }

    /** Returns what offers those whom somebody can mean; nothing where there are none. */
    public static Optional<InputBlock> whom(List<Whom> known) {
        return WhomField.shown(known).map(AskFields::listening);
    }

    /** Returns what offers them in a form that is shown already. */
    public static Optional<InputBlock> whom(View view) {
        return WhomField.of(view);
    }

    /** Returns the choice between asking beside what waits and asking in its place. */
    public InputBlock replacing(Request waiting) {
        return REPLACE.shown(
                FormWords.askedBefore(),
                FormWords.waits(waiting.id().value()),
                List.of(
                        new SelectField.Choice(KEEP, FormWords.askToo()),
                        new SelectField.Choice(
                                waiting.id().value(),
                                FormWords.askInPlaceOf(waiting.id().value()))),
                KEEP);
    }

    /** Returns the request that is to be taken back for this one; unchecked. */
    public static Optional<String> replaced(View view) {
        return REPLACE.chosen(view).filter(choice -> !choice.equals(KEEP));
    }

    /** Returns whether the view is as it was opened: Slack tells of no field yet. */
    public static boolean isUntouched(View view) {
        return view.getState() == null
                || view.getState().getValues() == null
                || view.getState().getValues().isEmpty();
    }

    /** Returns whether a repository was typed, and none chosen among those that were offered. */
    public static boolean isTyped(View view) {
        return PICK.chosen(view).isEmpty() && REPOSITORY.text(view).isPresent();
    }

    /** Returns what was filled in. */
    public static Draft draft(View view) {
        String length = END.chosen(view).filter(end -> !end.equals(NONE)).orElse("");
        return new Draft(
                ACCESS.chosen(view).orElse(""),
                PICK.chosen(view).or(() -> REPOSITORY.text(view)).orElse(""),
                WhomField.chosen(view)
                        .map(Whom::account)
                        .or(() -> ACCOUNT.text(view))
                        .orElse(""),
                ROLE.text(view).or(() -> WhomField.chosen(view).map(Whom::role)).orElse(""),
                DAY.date(view).map(date -> "until " + date).orElse(length),
                WHY.text(view).orElse(""));
    }

    /** Returns what is wrong, by the id of the block at which Slack is to show it. */
    public static Map<String, Problem> atBlocks(View view, Map<Draft.Field, Problem> wrong) {
        var blocks = new EnumMap<Draft.Field, String>(Map.of(
                Draft.Field.REPOSITORY, PICK.chosen(view).isPresent() ? PICK.block() : REPOSITORY.block(),
                Draft.Field.ACCOUNT, WhomField.chosen(view).isPresent() ? WhomField.block() : ACCOUNT.block(),
                Draft.Field.ROLE,
                        ROLE.text(view).isEmpty() && WhomField.chosen(view).isPresent()
                                ? WhomField.block()
                                : ROLE.block(),
                Draft.Field.ACCESS, ACCESS.block(),
                Draft.Field.END, DAY.date(view).isPresent() ? DAY.block() : END.block(),
                Draft.Field.REASON, WHY.block()));
        var placed = new LinkedHashMap<String, Problem>();
        wrong.forEach((field, problem) -> placed.put(blocks.get(field), problem));
        return placed;
    }

    /** Slack tells of a text at each key, and of anything else once it is chosen. */
    private static InputBlock listening(InputBlock block) {
        block.setDispatchAction(true);
        if (block.getElement() instanceof PlainTextInputElement text) {
            text.setDispatchActionConfig(DispatchActionConfig.builder()
                    .triggerActionsOn(List.of("on_character_entered"))
                    .build());
        }
        return block;
    }

    private List<SelectField.Choice> allowed() {
        return accesses.entries().stream()
                .map(entry -> {
                    String text = entry.access().word() + ": " + entry.use();
                    return new SelectField.Choice(
                            entry.access().word(), text.substring(0, Math.min(text.length(), LONGEST_CHOICE)));
                })
                .toList();
    }

    private static List<SelectField.Choice> lengths(String end) {
        var lengths = new ArrayList<>(List.of(
                new SelectField.Choice("for 7d", FormWords.days(7)),
                new SelectField.Choice("for 1d", FormWords.days(1)),
                new SelectField.Choice("for 30d", FormWords.days(30)),
                new SelectField.Choice("for 90d", FormWords.days(90)),
                new SelectField.Choice(NONE, FormWords.noEnd())));
        if (end.startsWith("for ")
                && lengths.stream().noneMatch(choice -> choice.value().equals(end))) {
            lengths.add(new SelectField.Choice(end, end.substring("for ".length())));
        }
        return lengths;
    }

    private static String chosen(Draft draft) {
        return draft.end().isEmpty() && !draft.equals(Draft.EMPTY) ? NONE : draft.end();
    }

    private static Optional<String> date(String end) {
        Matcher date = DATE.matcher(end);
        return date.matches() ? Optional.of(date.group(1)) : Optional.empty();
    }

    /** What stands below each field: what is wrong with it, or else what it is for. In its own words: nobody types commands there. */
    private record Hints(Map<Draft.Field, Problem> wrong) {
        String at(Draft.Field field, String hint) {
            return Optional.ofNullable(wrong.get(field))
                    .map(problem -> "⚠️ "
                            + SafeText.line(
                                    problem.next().contains("/ecr") ? problem.what() : problem.text(), LONGEST_HINT))
                    .orElse(hint);
        }
    }
}
