package dev.ecrbot.desk.answer;

import dev.ecrbot.command.FleetInquiry;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.command.TargetRef;
import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.judge.ViewerCheck;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.live.Live;
import dev.ecrbot.desk.live.PolicyLint;
import dev.ecrbot.desk.sight.FleetSights;
import dev.ecrbot.desk.sight.Renewal;
import dev.ecrbot.desk.sight.Renewing;
import dev.ecrbot.ecr.MatchingRepositories;
import dev.ecrbot.ecr.NamePattern;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.Target;
import dev.ecrbot.index.FleetIndex;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.rules.PersonId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers questions about all repositories at once, from the index; each answer leaves out what its asker isn't told of. */
final class FleetQuestions {
    // A look at a repository takes calls to AWS, and somebody waits for the file.
    private static final int LOOKED_AT = 100;

    private final Optional<ViewerCheck> viewers;
    private final FleetIndex index;
    private final BotConfig config;
    private final ReachQuestions reach;
    private final FleetLint lint;
    private final AuditQuestions audit;
    private final DriftQuestions drift;
    private final Renewing renewing;
    private final Clock clock;

    FleetQuestions(Ledger ledger, Live live, FleetIndex index, ViewerCheck viewers, BotConfig config, Clock clock) {
        this(ledger, live, index, Optional.of(viewers), config, clock);
    }

    private FleetQuestions(
            Ledger ledger, Live live, FleetIndex index, Optional<ViewerCheck> viewers, BotConfig config, Clock clock) {
        this.viewers = viewers;
        this.index = index;
        this.config = config;
        var sights = new FleetSights(index, config, clock);
        this.reach = new ReachQuestions(index, sights, config.accesses(), clock);
        this.lint = new FleetLint(index, ledger, new PolicyLint(config, clock), clock);
        this.audit = new AuditQuestions(index, lint, holder -> registry(about(holder)));
        this.drift = new DriftQuestions(index, ledger, live, this::written);
        this.renewing = new Renewing(index, live.policies(), clock);
        this.clock = clock;
    }

    /** Returns answers for whoever runs the bot. */
    static FleetQuestions toldAll(Ledger ledger, Live live, FleetIndex index, BotConfig config, Clock clock) {
        return new FleetQuestions(ledger, live, index, Optional.empty(), config, clock);
    }

    List<PrincipalReach.Way> reachAll(Principal whom) {
        return reach.ways(whom);
    }

    List<FleetFinding> findings(Optional<String> word) {
        List<FleetFinding> findings = audit.findings(word, holder -> true);
        if (findings.isEmpty()) {
            word.ifPresent(audit::standsForSomething);
        }
        return findings;
    }

    List<Drift.Difference> differences() {
        return drift.withWriters(drift.compared().differences(), Integer.MAX_VALUE);
    }

    void prepare() {
        lint.prepare();
        reach.prepare();
    }

    /** Returns those whose names have this in them; who may look where not everybody may isn't looked up for each. */
    List<RepositoryRef> repositories(String typed, int most) {
        return open(typed.strip().toLowerCase(Locale.ROOT)).limit(most).toList();
    }

    private Stream<RepositoryRef> open(String part) {
        return index.matching(part).stream()
                .flatMap(repository -> registry(repository).map(name -> new RepositoryRef(name, repository)).stream())
                .filter(ref -> viewers.filter(check -> !check.isOpen(ref.registry(), ref.repository()))
                        .isEmpty());
    }

    /** Returns how those of this name are named in full. */
    List<String> homes(String name) {
        return open(name)
                .filter(ref -> ref.repository().name().value().equals(name))
                .map(RepositoryRef::text)
                .toList();
    }

    PrincipalReach reach(PersonId person, FleetInquiry.Access asked) {
        return reach.reach(asked, repository -> told(person, repository));
    }

    Audit audit(PersonId person, FleetInquiry.Audit asked) {
        return audit.audit(asked, holder -> told(person, about(holder)));
    }

    Drift drift(PersonId person, FleetInquiry.Drift asked) {
        return drift.drift(asked, target -> told(person, target));
    }

    /**
     * Answers what is to be fresh: reads the policies that it is about, if they are few, and else has all crawled, and promises the
     * answer.
     *
     * @param answer answers from the index
     */
    Finding fresh(FleetInquiry.Fresh asked, Function<FleetInquiry, Finding> answer) {
        List<Repository> about = asked.of().listing().list(new About());
        boolean few = !about.isEmpty() && about.size() <= Renewing.MOST;
        // What isn't known yet can't be read one by one; where somebody names what they mean it is known.
        if (few && (index.coverage().whole() || about.size() < index.coverage().known())) {
            Renewal renewal = renewing.read(about);
            return new Finding.Renewed(answer.apply(asked.of()), renewal);
        }
        List<RegionalRegistry> where = about.isEmpty() || !index.coverage().whole()
                ? index.registries()
                : about.stream().map(FleetSights::registryOf).distinct().toList();
        var promised = new Finding.Promised(asked.of(), clock.instant(), renewing.crawl(where), index.coverage());
        return renewed(promised)
                .<Finding>map(renewal -> new Finding.Renewed(answer.apply(asked.of()), renewal))
                .orElse(promised);
    }

    /** Returns what was read for a promised answer; empty while more may come soon. */
    Optional<Renewal> renewed(Finding.Promised promised) {
        return renewing.done(promised.begun(), promised.at());
    }

    /** Which repositories a question is about, as far as the index knows. */
    private final class About implements FleetInquiry.ListingVisitor<List<Repository>> {
        // Any policy may let them in by now.
        @Override
        public List<Repository> access(FleetInquiry.Access asked) {
            return audit.about(Optional.empty());
        }

        @Override
        public List<Repository> audit(FleetInquiry.Audit asked) {
            return audit.about(asked.word());
        }

        // A statement of the bot's may stand in any policy by now.
        @Override
        public List<Repository> drift(FleetInquiry.Drift asked) {
            return audit.about(Optional.empty());
        }
    }

    /** Returns the whole answer as rows; the pages of it say how many are left out. */
    Sheet sheet(PersonId person, FleetInquiry.AsFile asked) {
        return asked.of().list(new Whole(person));
    }

    private final class Whole implements FleetInquiry.ListingVisitor<Sheet> {
        private final PersonId person;

        Whole(PersonId person) {
            this.person = person;
        }

        @Override
        public Sheet access(FleetInquiry.Access asked) {
            List<Map<String, String>> rows = reachAll(asked.whom().principal()).stream()
                    .flatMap(way -> way.repositories().stream()
                            .filter(repository -> told(person, repository))
                            .map(repository -> RowText.of(way, repository)))
                    .toList();
            return Sheet.of(asked.text(), rows, reach(person, asked).hidden(), index.coverage());
        }

        @Override
        public Sheet audit(FleetInquiry.Audit asked) {
            List<Map<String, String>> rows =
                    audit.findings(asked.word(), holder -> told(person, about(holder))).stream()
                            .map(RowText::of)
                            .toList();
            return Sheet.of(
                    asked.text(), rows, FleetQuestions.this.audit(person, asked).hidden(), index.coverage());
        }

        @Override
        public Sheet drift(FleetInquiry.Drift asked) {
            List<Drift.Difference> all = drift.compared().differences();
            List<Drift.Difference> shown = all.stream()
                    .filter(difference -> told(person, difference.target()))
                    .toList();
            List<Map<String, String>> rows = drift.withWriters(shown, LOOKED_AT).stream()
                    .map(RowText::of)
                    .toList();
            return Sheet.of(asked.text(), rows, all.size() - shown.size(), index.coverage());
        }
    }

    /** Of a registry's policy those are told who are told of everything there. */
    private static Target about(PolicyHolder holder) {
        return holder instanceof Repository repository
                ? repository
                : new MatchingRepositories(FleetSights.registryOf(holder), new NamePattern("*"));
    }

    private boolean told(PersonId person, Target target) {
        return viewers.filter(ViewerCheck::isNarrow)
                .flatMap(narrow -> narrow.refusal(person, registry(target).orElse(""), target))
                .isEmpty();
    }

    private Optional<String> registry(Target target) {
        return config.registries().stream()
                .filter(registry -> registry.account().equals(target.account())
                        && registry.regions().contains(target.region()))
                .map(Registry::name)
                .findFirst();
    }

    private String written(Target target) {
        return registry(target).map(name -> new TargetRef(name, target).text()).orElseGet(target::arn);
    }
}
