package dev.ecrbot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.reload.ChangeOver;
import dev.ecrbot.desk.request.Authority;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestId;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** What people, time, AWS, others and the bot's own process may do next, and what has to come of it. */
final class Moves {
    private static final List<PersonId> ASKERS = List.of(DeskBench.RITA, DeskBench.BEN, DeskBench.RITA, DeskBench.AMIR);
    private static final BotConfig LISTED = BenchConfig.patient();
    private static final BotConfig UNLISTED =
            BenchConfig.patient(DeskBench.RULES.replace("U0APPROVER1, S0OWNERS", "S0OWNERS"));
    private static final BotConfig TWO_KEYS = BenchConfig.patient(DeskBench.RULES.replace(
            "access: [pull, push, read, push-only]", "access: [pull, push, read, push-only]\n    approvals: 2"));
    private static final BotConfig ENDS_BESIDE =
            BenchConfig.patient(DeskBench.RULES, "policy: {expiry_in_policy: false}\n");
    private static final List<String> ROLES = Hardships.ROLES;
    private static final List<String> ENDS = List.of("", " for 2h", " for 26h");

    private final World world;
    private final Reference reference;
    private final Random random;
    private final List<Repository> repositories = new ArrayList<>();
    private final Map<RequestId, Integer> foreignWritesSeen = new HashMap<>();
    private final Clicks clicks;
    private final Watchman watchman;
    private final boolean harsh;
    private final Hardships hardships;
    private final ForeignMoves others;
    private BotConfig config = LISTED;
    private Life life;
    private Life beside;

    Moves(World world, Reference reference, Random random) {
        this(world, reference, random, false);
    }

    /** @param harsh whether there are two processes, and more befalls them than the simplest desk knows of */
    Moves(World world, Reference reference, Random random, boolean harsh) {
        this.harsh = harsh;
        this.world = world;
        this.reference = reference;
        this.random = random;
        this.clicks = new Clicks(world, random);
        List.of("payments/m1", "payments/m2", "web/m3").forEach(name -> repositories.add(world.repository(name)));
        this.life = new Life(world);
        this.beside = life;
        this.hardships = new Hardships(world, random);
        this.others = new ForeignMoves(world, reference, random, repositories, harsh);
        this.watchman = new Watchman(world, repositories, LISTED, world.clock());
    }

    Watchman watchman() {
        return watchman;
    }

    /** Reads some policies as a crawl does, and has channels told what others changed, where Slack takes it. */
    private String watch() {
        List<Repository> read = repositories.stream()
                .filter(any -> random.nextBoolean())
                .filter(others::isThere)
                .toList();
        if (random.nextBoolean()) {
            life.keepUp();
        }
        read.forEach(watchman::reads);
        watchman.slackIsDown(random.nextInt(3) == 0);
        watchman.tells();
        return ", read " + read.stream().map(one -> one.name().value()).toList();
    }

    List<Repository> repositories() {
        return repositories;
    }

    /** Makes one move, and returns what it was. */
    String next() {
        if (harsh && random.nextInt(8) == 0) {
            return hardship();
        }
        if (harsh && random.nextInt(4) == 0) {
            Life other = beside;
            beside = life;
            life = other;
        }
        Optional<Repository> gone =
                repositories.stream().filter(any -> !others.isThere(any)).findFirst();
        if (gone.isPresent() && random.nextInt(6) == 0) {
            return others.deletedOrMade(gone.get());
        }
        int dice = random.nextInt(100);
        if (dice < 5) {
            return grantsLife();
        } else if (dice < 8) {
            return question();
        } else if (dice < 9) {
            return circumstances();
        } else if (dice < 20) {
            return ask();
        } else if (dice < 50) {
            return clicks.next(life);
        } else if (dice < 72) {
            return apply(dice < 58);
        } else if (dice < 78) {
            life.sweepAndRead();
            return "sweep" + watch();
        } else if (dice < 84) {
            Duration time = Duration.ofMinutes(1 + random.nextInt(90));
            world.clock().advance(time);
            return "clock " + time;
        } else if (dice < 90) {
            return others.next();
        } else if (dice < 93) {
            life = new Life(world, config);
            beside = harsh ? beside : life;
            return "restart";
        }
        life.deliver();
        return "deliver";
    }

    private String hardship() {
        int dice = random.nextInt(10);
        if (dice == 0) {
            return hardships.days();
        } else if (dice == 1) {
            String faults = Weather.hits(world.ecr(), random);
            life.sweep();
            world.ecr().traffic().clearFaults();
            return "sweep" + faults;
        } else if (dice == 2) {
            return patterned();
        }
        Repository repository = one(repositories);
        return others.isThere(repository) ? hardships.next(repository) : others.deletedOrMade(repository);
    }

    /** What is given by the registry's own policy goes through the same hands. */
    private String patterned() {
        String what = random.nextInt(4) == 0 ? "revoke pull" : "grant " + one(List.of("pull", "read"));
        String end = what.startsWith("grant") ? one(ENDS) : "";
        String text = what + " payments/* sales " + one(ROLES) + end;
        return text + " -> " + life.types(one(ASKERS), text).getClass().getSimpleName();
    }

    /** Somebody leaves or comes back, the rules change, or a role is deleted or made again. */
    private String circumstances() {
        int dice = random.nextInt(harsh ? 3 : 2);
        if (dice == 0) {
            PersonId person = one(List.of(DeskBench.AMIR, DeskBench.OLGA, DeskBench.BEN, DeskBench.RITA));
            boolean leaves = world.people().isMember(person) && random.nextBoolean();
            world.people().is(person, leaves ? Standing.DEACTIVATED : Standing.MEMBER);
            return person.user() + (leaves ? " leaves" : " is there");
        } else if (dice == 1) {
            return reload();
        }
        return hardships.role();
    }

    private String reload() {
        BotConfig before = config;
        config = one(harsh ? List.of(LISTED, UNLISTED, TWO_KEYS, ENDS_BESIDE) : List.of(LISTED, UNLISTED));
        clicks.amirDecides(!config.equals(UNLISTED));
        life = new Life(world, config);
        beside = harsh ? new Life(world, config) : life;
        new ChangeOver(world.ledger(), world.clock()).showAgain(before, config);
        return "Amir is " + (config.equals(UNLISTED) ? "not listed any more" : "listed")
                + (config.equals(TWO_KEYS) ? ", two keys" : "")
                + (config.equals(ENDS_BESIDE) ? ", no ends in policies" : "");
    }

    void untilQuiet() {
        life.untilQuiet();
        beside.untilQuiet();
        new Life(world).untilQuiet();
        repositories.stream().filter(others::isThere).forEach(watchman::reads);
        world.clock().advance(Duration.ofHours(1));
        watchman.slackIsDown(false);
        watchman.tells();
    }

    private String ask() {
        Repository repository = one(repositories);
        boolean revoke = random.nextInt(5) == 0;
        String who = " " + repository.name() + (harsh && random.nextInt(5) == 0 ? " sales" : " sales " + one(ROLES));
        String text = revoke
                ? "revoke " + one(List.of("pull", "push", "read", "push-only", "all")) + who
                : "grant " + one(RandomQuestion.ACCESSES) + who + one(ENDS);
        Answer answer = life.types(one(ASKERS), text);
        if (answer instanceof Answer.Filed filed) {
            Request request = filed.request();
            foreignWritesSeen.put(request.id(), reference.foreignWrites(repository));
            if (settled(repository) && request.change().edit() instanceof Edit.Grant grant) {
                assertThat(reference.holds(repository, grant))
                        .as("%s is needed", text)
                        .isFalse();
            }
        }
        return text + " -> " + answer.getClass().getSimpleName();
    }

    /** What is answered is compared with the policies by whoever hears it. */
    private String question() {
        Repository repository = one(repositories);
        String text = RandomQuestion.about(repository, random);
        return text + " -> " + life.types(one(ASKERS), text).getClass().getSimpleName();
    }

    private String grantsLife() {
        List<RequestId> given = applied().stream()
                .filter(id -> world.now(id).change().edit() instanceof Edit.Grant)
                .toList();
        if (given.isEmpty()) {
            return "nothing to end or to extend";
        }
        RequestId grant = one(given);
        String text = random.nextInt(4) == 0
                ? "undo " + one(applied())
                : random.nextInt(3) == 0 ? "end " + grant : "extend " + grant + one(List.of(" for 3h", " for 30h"));
        Answer answer = life.types(one(ASKERS), text);
        if (answer instanceof Answer.Filed filed) {
            Request request = filed.request();
            if (request.change().target() instanceof Repository repository) {
                foreignWritesSeen.put(request.id(), reference.foreignWrites(repository));
            }
        }
        return text + " -> " + answer.getClass().getSimpleName();
    }

    private List<RequestId> applied() {
        return world.all().stream()
                .filter(id -> world.now(id).stage().state() == RequestState.APPLIED)
                .toList();
    }

    private String apply(boolean weather) {
        String faults = weather ? Weather.hits(world.ecr(), random) : "";
        Optional<RequestId> applied = life.applyNext();
        world.ecr().traffic().clearFaults();
        applied.ifPresent(id -> {
            Request now = world.now(id);
            if (now.authority() != Authority.APPROVAL
                    || !(now.change().target() instanceof Repository repository)
                    || !others.isThere(repository)) {
                return;
            }
            if (now.stage().state() == RequestState.PENDING) {
                foreignWritesSeen.put(id, reference.foreignWrites(repository));
            } else if (foreignWritesSeen.getOrDefault(id, 0) != reference.foreignWrites(repository)) {
                // What nobody was shown isn't even begun; what was begun before they wrote may be found done.
                boolean begunNow = world.events(id).stream()
                        .anyMatch(event ->
                                event.kind() == EventKind.APPLYING && event.at().isAfter(others.lastWrite(repository)));
                assertThat(begunNow).as("%s applied on what others wrote", id).isFalse();
            }
        });
        return "apply " + applied + faults;
    }

    boolean isThere(Repository repository) {
        return others.isThere(repository);
    }

    private boolean settled(Repository repository) {
        List<RequestId> applying =
                world.ledger().transact(books -> books.requests().in(Set.of(RequestState.APPLYING)));
        return applying.stream()
                .map(world::now)
                .noneMatch(request -> request.change().target().equals(repository));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
