package dev.ecrbot.slack.intake;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.desk.ask.Preview;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Asker;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.SlackProblems;
import dev.ecrbot.slack.field.AskFields;
import dev.ecrbot.slack.field.ModalView;
import dev.ecrbot.slack.field.PreviewText;
import dev.ecrbot.slack.message.DisplayNames;
import dev.ecrbot.slack.words.FormWords;
import dev.ecrbot.slack.words.ModalWords;
import dev.ecrbot.slack.words.WaitWords;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The form for access. What is filled in is served as the command that says the same. It is opened at once, without asking anybody,
 * and shown anew with what would come of it: as soon as it is open where something is filled in, and whenever something in it
 * changes.
 */
record AskForm(String id, Counter counter, Supplier<DisplayNames> names) implements Modal {

    /** What people type who want to ask for access, and don't say for which. */
    private static final Pattern OPENING = Pattern.compile(
            "grant|form|new(?: request| ask)?"
                    + "|(?!access)(?:please )?(?:i |we )?(?:(?:would like|want|need) )?(?:to )?(?:(?:grant|request|ask for|get|give me) )?access(?: please)?",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String block() {
        return AskFields.BLOCK;
    }

    /** Returns whether this command is for opening the form. */
    static boolean opens(String typed) {
        return typed.isBlank() || OPENING.matcher(typed.strip()).matches();
    }

    /** Opens it empty, for whoever typed nothing more; help says the rest, and stands in for it. */
    Errand opened(String typed) {
        String help = typed.isBlank() ? "help" : "help grant";
        return new Errand(WaitWords.opening(), asker -> {
            Answer answer = counter.command(asker, help);
            return answer instanceof Answer.Help ? opened(asker, Draft.EMPTY, answer) : Served.told(answer);
        });
    }

    /** Opens it with a line filled in that somebody wants to change. */
    @Override
    public Optional<Errand> clicked(Press press) {
        return press.trigger()
                .map(trigger -> new Errand(
                        WaitWords.opening(),
                        asker -> opened(
                                asker,
                                Draft.of(new Line(press.value())),
                                new Answer.Refused(SlackProblems.formNotOpened()))));
    }

    /**
     * Opens it filled in.
     *
     * @param instead told where Slack doesn't open it
     */
    Served opened(Asker asker, Draft draft, Answer instead) {
        Optional<InputBlock> whom = AskFields.whom(counter.whom(asker));
        if (draft.equals(Draft.EMPTY)) {
            return Served.opened(view(draft, Map.of(), new Preview.Unfinished(), whom), instead);
        }
        View view = view(draft, Map.of(), Stream.of(PreviewText.looking()), whom);
        return new Served(
                Optional.of(view),
                Optional.of(
                        shown -> AskFields.isUntouched(shown) ? redrawn(asker, draft, whom) : redrawn(asker, shown)),
                instead);
    }

    /** Returns the form as it is filled in, with what would come of it by now. */
    View redrawn(Asker asker, View filled) {
        return redrawn(asker, AskFields.draft(filled), AskFields.whom(filled));
    }

    private View redrawn(Asker asker, Draft draft, Optional<InputBlock> whom) {
        Map<Draft.Field, Problem> wrong = begun(draft, counter.wrongAsk(draft));
        boolean whole = wrong.keySet().stream().allMatch(Draft.Field.END::equals);
        return view(draft, wrong, whole ? counter.preview(asker, draft) : new Preview.Unfinished(), whom);
    }

    /** A field that is still empty isn't wrong yet; and the reason is written last, without a word to Slack. */
    private static Map<Draft.Field, Problem> begun(Draft draft, Map<Draft.Field, Problem> wrong) {
        var begun = new EnumMap<Draft.Field, Problem>(Draft.Field.class);
        begun.putAll(wrong);
        begun.keySet().removeIf(field -> switch (field) {
            case REPOSITORY -> draft.repository().isBlank();
            case ACCOUNT -> draft.account().isBlank();
            case REASON -> true;
            case ROLE, ACCESS, END -> false;
        });
        return begun;
    }

    private View view(Draft draft, Map<Draft.Field, Problem> wrong, Preview preview, Optional<InputBlock> whom) {
        DisplayNames now = names.get();
        Stream<LayoutBlock> replacing = preview.replaceable().stream().map(new AskFields(now.accesses())::replacing);
        return view(draft, wrong, Stream.concat(replacing, preview.visit(new PreviewText(now)).stream()), whom);
    }

    /** @param below what stands below the fields */
    private View view(
            Draft draft, Map<Draft.Field, Problem> wrong, Stream<LayoutBlock> below, Optional<InputBlock> whom) {
        var fields = new AskFields(names.get().accesses());
        List<LayoutBlock> blocks =
                Stream.concat(fields.shown(draft, wrong, whom), below).toList();
        return new ModalView(id, FormWords.title(), ModalWords.ask(), ModalWords.notNow()).of("", blocks);
    }

    @Override
    public Map<String, Problem> wrong(View view) {
        return AskFields.atBlocks(view, counter.wrongAsk(AskFields.draft(view)));
    }

    @Override
    public Optional<Errand> submitted(View view) {
        String line = AskFields.draft(view).line().sent();
        return Optional.of(Errand.told(
                WaitWords.looking(),
                asker -> AskFields.replaced(view)
                        .map(waiting -> counter.replace(asker, waiting, line))
                        .orElseGet(() -> counter.command(asker, line))));
    }
}
