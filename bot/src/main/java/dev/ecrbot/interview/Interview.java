package dev.ecrbot.interview;

import dev.ecrbot.config.file.NameForm;
import dev.ecrbot.config.mistake.ValueMistakes;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import java.io.PrintStream;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The questions that a first configuration needs answers to, in their order. */
public final class Interview {
    private static final Pattern CHANNEL = Pattern.compile("[CG][A-Z0-9]{1,30}");
    private static final Pattern PEOPLE = Pattern.compile("[UWS][A-Z0-9]{1,30}");
    private static final Pattern REPOSITORY = Pattern.compile("[a-z0-9*][a-z0-9._/*-]{0,200}");
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,100}");
    private static final Pattern TIME = Pattern.compile("[1-9][0-9]{0,2}[hdw]");
    private static final Pattern ACCOUNT = Pattern.compile("(\\S+)\\s+\"?([0-9]{12})\"?");
    private static final String NONE = "none";

    private final Questions questions;
    private final Workspace workspace;
    private final Cloud cloud;
    private final Optional<String> usualRegion;

    /** @param usualRegion the Region that the environment names */
    public Interview(Reader in, PrintStream out, Workspace workspace, Cloud cloud, Optional<String> usualRegion) {
        this.questions = new Questions(in, out);
        this.workspace = workspace;
        this.cloud = cloud;
        this.usualRegion = usualRegion.filter(region -> Region.parse(region).isPresent());
    }

    /**
     * Asks everything.
     *
     * @throws GaveUp if an answer can't be had
     */
    public FirstConfig ask(boolean socket) {
        questions.say(InterviewWords.slackIs(workspace.address()));
        Offers groups = workspace.groups();
        String channel = questions.one(
                InterviewWords.channel(), workspace.channels(), "", form(CHANNEL, InterviewWords.noChannel()));
        List<String> approvers =
                questions.some(InterviewWords.approvers(), groups, "", form(PEOPLE, InterviewWords.noPeople()));
        List<String> requesters = questions.some(
                InterviewWords.requesters(),
                Offers.NONE,
                "anyone",
                unless("anyone"::equals, form(PEOPLE, InterviewWords.noRequesters())));
        List<String> admins = questions.some(
                InterviewWords.admins(),
                Offers.NONE,
                String.join(", ", approvers),
                unless(NONE::equals, form(PEOPLE, InterviewWords.noAdmins())));
        var who = new FirstConfig.Who(channel, approvers, requesters, admins.contains(NONE) ? List.of() : admins);
        return new FirstConfig(socket, place(), accounts(), who, what());
    }

    private FirstConfig.Place place() {
        Optional<Cloud.Caller> caller = cloud.caller();
        questions.say(caller.map(who -> InterviewWords.youAre(who.arn())).orElseGet(InterviewWords::youAreUnknown));
        String account = questions.one(
                InterviewWords.registry(),
                caller.map(who -> who.account().value()).orElse(""),
                form(Pattern.compile("[0-9]{12}"), InterviewWords.noAccount()));
        String name = questions.one(InterviewWords.registryName(), "central", Interview::wrongName);
        List<String> regions = questions.some(
                InterviewWords.regions(),
                offered(cloud.regions()),
                usualRegion.orElse(""),
                typed -> Region.parse(typed).isPresent()
                        ? Optional.empty()
                        : Optional.of(wrong(typed, InterviewWords.noRegion())));
        String partition = Region.parse(regions.get(0))
                .map(Region::partition)
                .map(Partition::id)
                .orElse("aws");
        String role = questions.one(
                InterviewWords.role(),
                "arn:" + partition + ":iam::" + account + ":role/ecr-bot",
                unless(NONE::equals, form(ROLE, InterviewWords.noRole())));
        return new FirstConfig.Place(name, account, regions, role.equals(NONE) ? "" : role);
    }

    private FirstConfig.What what() {
        List<String> words = AccessCatalogue.standard().words();
        return new FirstConfig.What(
                questions.some(
                        InterviewWords.repositories(),
                        Offers.NONE,
                        "*",
                        form(REPOSITORY, InterviewWords.noRepository())),
                questions.some(
                        InterviewWords.access(),
                        Offers.NONE,
                        "pull, read",
                        typed -> words.contains(typed)
                                ? Optional.empty()
                                : Optional.of(wrong(typed, InterviewWords.noAccess(words)))),
                questions.one(InterviewWords.longest(), "30d", form(TIME, InterviewWords.noTime())));
    }

    private Map<String, String> accounts() {
        var accounts = new LinkedHashMap<String, String>();
        while (true) {
            String typed = questions.one(
                    accounts.isEmpty() ? InterviewWords.accounts() : InterviewWords.anotherAccount(),
                    accounts.isEmpty() ? "" : NONE,
                    answer -> answer.equals(NONE) && !accounts.isEmpty()
                            ? Optional.empty()
                            : wrongAccount(answer, accounts));
            if (typed.equals(NONE)) {
                return accounts;
            }
            String[] parts = typed.split("\\s+", 2);
            accounts.put(parts[0], parts[1].replace("\"", ""));
        }
    }

    private static Optional<String> wrongAccount(String typed, Map<String, String> before) {
        var matcher = ACCOUNT.matcher(typed);
        if (!matcher.matches()) {
            return Optional.of(wrong(typed, InterviewWords.noNameAndId()));
        }
        if (before.containsKey(matcher.group(1))) {
            return Optional.of(wrong(matcher.group(1), InterviewWords.namedAlready()));
        }
        return wrongName(matcher.group(1))
                .or(() -> AccountId.parse(matcher.group(2)).isPresent()
                        ? Optional.empty()
                        : Optional.of(InterviewWords.accountId()));
    }

    private static Optional<String> wrongName(String typed) {
        return NameForm.fits(typed)
                ? Optional.empty()
                : Optional.of(wrong(typed, InterviewWords.wontDo(ValueMistakes.noName())));
    }

    private static String wrong(String typed, String why) {
        return InterviewWords.wrong(Questions.shown(typed), why);
    }

    private static Offers offered(List<String> ids) {
        return new Offers(ids.stream().map(id -> Map.entry(id, "")).toList(), "");
    }

    private static Function<String, Optional<String>> form(Pattern form, String wrong) {
        return typed -> form.matcher(typed).matches() ? Optional.empty() : Optional.of(wrong(typed, wrong));
    }

    private static Function<String, Optional<String>> unless(
            Predicate<String> word, Function<String, Optional<String>> wrong) {
        return typed -> word.test(typed) ? Optional.empty() : wrong.apply(typed);
    }
}
