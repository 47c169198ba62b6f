package dev.ecrbot.slack.intake;

import com.slack.api.model.view.View;
import dev.ecrbot.command.guess.Draft;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.slack.message.Ids;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form for access. What is filled in is served as the command that says the same. It shows nothing that would have to be
 * looked up first, so it is opened whole.
 *
 * @param accesses what can be asked for
 */
record AskForm(String id, Counter counter, AccessCatalogue accesses) implements Modal {
    private static final int LONGEST_CHOICE = 75;
    private static final Pattern DATE = Pattern.compile("until ([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final String NONE = "none";

    private static final PickField PICK = new PickField("pick", Ids.PICK);
    private static final TextField REPOSITORY = new TextField("repository", "repository.text", 512);
    private static final TextField ACCOUNT = new TextField("account", "account.text", 300);
    private static final TextField ROLE = new TextField("role", "role.text", 300);
    private static final SelectField ACCESS = new SelectField("access", "access.choice");
    private static final SelectField END = new SelectField("end", "end.choice");
    private static final DateField DAY = new DateField("day", "day.date");
    private static final TextField WHY = new TextField("why", "why.text", 300);

    @Override
    public String block() {
        return REPOSITORY.block();
    }

    /** Returns whether this command is for opening the form. */
    static boolean opens(String typed) {
        return typed.isBlank() || typed.strip().equalsIgnoreCase("grant");
    }

    /** Opens it empty, for whoever typed nothing more; help says the rest, and stands in for it. */
    Errand opened(String typed) {
        String help = typed.isBlank() ? "help" : "help " + typed.strip();
        return new Errand(Errand.LOOKING, asker -> {
            Answer answer = counter.command(asker, help);
            return new Served(
                    answer instanceof Answer.Help ? Optional.of(view(Draft.EMPTY)) : Optional.empty(), answer);
        });
    }

    /** Opens it with a line filled in that somebody wants to change. */
    @Override
    public Optional<Errand> clicked(Press press) {
        return press.trigger()
                .map(trigger -> new Errand(
                        Errand.LOOKING,
                        asker -> new Served(
                                Optional.of(view(Draft.of(new Line(press.value())))),
                                new Answer.Refused(new Problem(
                                        Code.SLACK_UNAVAILABLE,
                                        "Slack didn't open the form, so nothing was asked.",
                                        "Click “Change…” again, or type the line as it should be.")))));
    }

    View view(Draft draft) {
        return new ModalView(id, "Ask for access", "Ask", "Not now")
                .of(
                        "",
                        PICK.shown(
                                "Repository", "Those that ecr-bot has read so far. What is chosen here counts first."),
                        REPOSITORY.filled(
                                "Or what you have of it",
                                "Its name, an image's address, or the address of its page in the AWS console.",
                                "payments/api",
                                true,
                                draft.repository()),
                        ACCOUNT.filled(
                                "Account",
                                "The AWS account that gets access: its name here, or its 12 digits.",
                                "sales",
                                false,
                                draft.account()),
                        ROLE.filled(
                                "Role", "Left empty, it is for the whole account.", "ci-deployer", true, draft.role()),
                        ACCESS.shown("Access", "What it allows on the images.", allowed(), draft.access()),
                        END.shown("How long", "Rules may allow less.", lengths(draft.end()), chosen(draft)),
                        DAY.shown("Or until the end of", "A date here counts in place of how long.", date(draft.end())),
                        WHY.filled("Why", "The people who decide see it.", "nightly build", true, draft.reason()));
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
                new SelectField.Choice("for 7d", "7 days"),
                new SelectField.Choice("for 1d", "1 day"),
                new SelectField.Choice("for 30d", "30 days"),
                new SelectField.Choice("for 90d", "90 days"),
                new SelectField.Choice(NONE, "No end, or what the rule sets")));
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

    private static Draft draft(View view) {
        String length = END.chosen(view).filter(end -> !end.equals(NONE)).orElse("");
        return new Draft(
                ACCESS.chosen(view).orElse(""),
                PICK.chosen(view).or(() -> REPOSITORY.text(view)).orElse(""),
                ACCOUNT.text(view).orElse(""),
                ROLE.text(view).orElse(""),
                DAY.date(view).map(date -> "until " + date).orElse(length),
                WHY.text(view).orElse(""));
    }

    @Override
    public Map<String, Problem> wrong(View view) {
        var blocks = new EnumMap<Draft.Field, String>(Map.of(
                Draft.Field.REPOSITORY, PICK.chosen(view).isPresent() ? PICK.block() : REPOSITORY.block(),
                Draft.Field.ACCOUNT, ACCOUNT.block(),
                Draft.Field.ROLE, ROLE.block(),
                Draft.Field.ACCESS, ACCESS.block(),
                Draft.Field.END, DAY.date(view).isPresent() ? DAY.block() : END.block(),
                Draft.Field.REASON, WHY.block()));
        var wrong = new LinkedHashMap<String, Problem>();
        counter.wrongAsk(draft(view)).forEach((field, problem) -> wrong.put(blocks.get(field), problem));
        return wrong;
    }

    @Override
    public Optional<Errand> submitted(View view) {
        String line = draft(view).line().sent();
        return Optional.of(Errand.told(Errand.LOOKING, asker -> counter.command(asker, line)));
    }
}
