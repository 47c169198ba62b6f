package dev.ecrbot;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.BackOffice;
import dev.ecrbot.desk.counter.Counter;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Keeps the rooms of the house apart. */
@AnalyzeClasses(packagesOf = Main.class, importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

    private static final String HOUSE = "dev.ecrbot..";
    private static final String SLACK = "dev.ecrbot.slack..";
    private static final String AWS = "dev.ecrbot.aws..";
    private static final String STORE = "dev.ecrbot.store..";
    private static final String OPS = "dev.ecrbot.ops..";
    private static final String DESK = "dev.ecrbot.desk..";
    private static final String ASSEMBLY = "dev.ecrbot.desk";
    private static final String LEDGER = "dev.ecrbot.desk.ledger..";
    private static final String REQUEST = "dev.ecrbot.desk.request..";
    private static final String LIVE = "dev.ecrbot.desk.live..";
    private static final String JUDGE = "dev.ecrbot.desk.judge..";
    private static final String TELL = "dev.ecrbot.desk.tell..";
    private static final String APPLY = "dev.ecrbot.desk.apply..";
    private static final String ANSWER = "dev.ecrbot.desk.answer..";
    private static final String SIGHT = "dev.ecrbot.desk.sight..";
    private static final String RELOAD = "dev.ecrbot.desk.reload..";
    private static final String WATCH = "dev.ecrbot.desk.watch..";
    private static final String CHECKUP = "dev.ecrbot.desk.checkup..";
    private static final String DUE = "dev.ecrbot.desk.due..";
    private static final String ASK = "dev.ecrbot.desk.ask..";
    private static final String TALK = "dev.ecrbot.desk.talk..";
    private static final String COUNTER = "dev.ecrbot.desk.counter..";
    private static final String MESSAGE = "dev.ecrbot.slack.message..";
    private static final String WEB = "dev.ecrbot.slack.web..";
    private static final String DOOR = "dev.ecrbot.slack.door..";
    private static final String FIELD = "dev.ecrbot.slack.field..";
    private static final String INTAKE = "dev.ecrbot.slack.intake..";
    private static final String RULES = "dev.ecrbot.rules..";
    private static final String COMMAND = "dev.ecrbot.command..";
    private static final String POLICY = "dev.ecrbot.policy..";
    private static final String PLAN = "dev.ecrbot.policy.plan..";
    private static final String HOLDING = "dev.ecrbot.policy.holding..";
    private static final String CLI = "dev.ecrbot.cli..";
    private static final String DENIAL = "dev.ecrbot.denial..";
    private static final String ECR = "dev.ecrbot.ecr..";
    private static final String PROBLEM = "dev.ecrbot.problem..";
    private static final String INDEX = "dev.ecrbot.index..";
    private static final String TIME = "dev.ecrbot.time..";

    private static final String HTTP = "dev.ecrbot.http..";
    private static final String MACHINE = "dev.ecrbot.machine..";

    private static final String[] SQL = {"java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "com.zaxxer.."};

    @ArchTest
    static final ArchRule slackStaysInItsRoom = onlyIn(SLACK, "com.slack..");

    @ArchTest
    static final ArchRule awsStaysInItsRoom = onlyIn(AWS, "software.amazon..");

    @ArchTest
    static final ArchRule sqlStaysInItsRoom = onlyIn(STORE, SQL);

    @ArchTest
    static final ArchRule h2StaysWithTheDatabases = onlyIn("dev.ecrbot.store.database..", "org.h2..");

    @ArchTest
    static final ArchRule schedulingStaysInTheStore = onlyIn(STORE, "com.github.kagkarlsson..");

    @ArchTest
    static final ArchRule gsonAndOkHttpStayInSlack = onlyIn(SLACK, "com.google.gson..", "okhttp3..");

    @ArchTest
    static final ArchRule theHttpServerStaysInItsRoom = onlyIn(HTTP, "org.eclipse.jetty..", "com.sun.net.httpserver..");

    @ArchTest
    static final ArchRule httpNeedsOnlyTheServer =
            needsOnly(HTTP, "java..", "org.eclipse.jetty..", "org.slf4j..", "org.jspecify..", HTTP);

    @ArchTest
    static final ArchRule storeSeesOnlyTheLedger =
            strangers(STORE, ASSEMBLY, LIVE, JUDGE, TELL, APPLY, DUE, ANSWER, ASK, TALK, COUNTER);

    @ArchTest
    static final ArchRule awsSeesOnlyLivePolicies =
            strangers(AWS, ASSEMBLY, LEDGER, REQUEST, JUDGE, TELL, APPLY, DUE, ANSWER, ASK, COUNTER);

    @ArchTest
    static final ArchRule slackSeesWhatIsRecordedToldAndServed = strangers(SLACK, ASSEMBLY, LIVE, APPLY, DUE);

    @ArchTest
    static final ArchRule slackJudgesNobody = noClasses()
            .that()
            .resideInAPackage(SLACK)
            .should()
            .dependOnClassesThat(resideInAPackage(JUDGE)
                    .and(not(equivalentTo(Directory.class)))
                    .and(not(equivalentTo(Directory.Freshness.class))));

    @ArchTest
    static final ArchRule requestsKnowNothingElseOfTheDesk =
            strangers(REQUEST, ASSEMBLY, LEDGER, LIVE, JUDGE, TELL, APPLY, DUE, ANSWER, ASK, COUNTER);

    @ArchTest
    static final ArchRule deskIsBuiltInLayers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("ledger")
            .definedBy(LEDGER)
            .layer("live")
            .definedBy(LIVE)
            .layer("judge")
            .definedBy(JUDGE)
            .layer("tell")
            .definedBy(TELL)
            .layer("apply")
            .definedBy(APPLY)
            .layer("due")
            .definedBy(DUE)
            .layer("reload")
            .definedBy(RELOAD)
            .layer("answer")
            .definedBy(ANSWER)
            .layer("checkup")
            .definedBy(CHECKUP)
            .layer("sight")
            .definedBy(SIGHT)
            .layer("watch")
            .definedBy(WATCH)
            .layer("ask")
            .definedBy(ASK)
            .layer("talk")
            .definedBy(TALK)
            .layer("counter")
            .definedBy(COUNTER)
            .layer("assembly")
            .definedBy(ASSEMBLY)
            .whereLayer("assembly")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("counter")
            .mayOnlyBeAccessedByLayers("assembly")
            .whereLayer("ask")
            .mayOnlyBeAccessedByLayers("counter", "assembly")
            .whereLayer("talk")
            .mayOnlyBeAccessedByLayers("counter", "assembly")
            .whereLayer("answer")
            .mayOnlyBeAccessedByLayers("counter", "assembly")
            .whereLayer("checkup")
            .mayOnlyBeAccessedByLayers("answer", "counter", "assembly")
            .whereLayer("sight")
            .mayOnlyBeAccessedByLayers("answer", "watch", "counter", "assembly")
            .whereLayer("watch")
            .mayOnlyBeAccessedByLayers("assembly")
            .whereLayer("reload")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("due")
            .mayOnlyBeAccessedByLayers("assembly")
            .whereLayer("apply")
            .mayOnlyBeAccessedByLayers("due", "counter", "assembly")
            .whereLayer("tell")
            .mayOnlyBeAccessedByLayers("due", "reload", "counter", "assembly")
            .whereLayer("judge")
            .mayOnlyBeAccessedByLayers(
                    "tell", "apply", "due", "reload", "checkup", "answer", "ask", "talk", "counter", "assembly");

    @ArchTest
    static final ArchRule slackIsBuiltInLayers = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("message")
            .definedBy(MESSAGE)
            .layer("answers")
            .definedBy("dev.ecrbot.slack.answer..")
            .layer("note")
            .definedBy("dev.ecrbot.slack.note..")
            .layer("channel")
            .definedBy("dev.ecrbot.slack.channel..")
            .layer("web")
            .definedBy(WEB)
            .layer("door")
            .definedBy(DOOR)
            .layer("field")
            .definedBy(FIELD)
            .layer("intake")
            .definedBy(INTAKE)
            .layer("root")
            .definedBy("dev.ecrbot.slack")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("intake")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("field")
            .mayOnlyBeAccessedByLayers("intake")
            .whereLayer("web")
            .mayOnlyBeAccessedByLayers("intake", "root")
            .whereLayer("answers")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("note")
            .mayOnlyBeAccessedByLayers("web")
            .whereLayer("channel")
            .mayOnlyBeAccessedByLayers("web")
            .whereLayer("message")
            .mayOnlyBeAccessedByLayers("answers", "note", "channel", "web", "field", "intake", "root")
            .whereLayer("door")
            .mayOnlyBeAccessedByLayers("intake", "root");

    @ArchTest
    static final ArchRule theDoorKnowsNoDesk = strangers(DOOR, DESK);

    @ArchTest
    static final ArchRule onlyTheDeskMovesRequestsAndGrantsOn = noClasses()
            .that()
            .resideOutsideOfPackage(DESK)
            .should()
            .callMethodWhere(
                    target(owner(assignableTo(Request.class).or(assignableTo(Grant.class))))
                            .and(
                                    target(
                                            nameMatching(
                                                    "decided|reasoned|moved|applying|revised|shortened|failed|applied|ending|extending|active|lasting"))));

    @ArchTest
    static final ArchRule decisionsNeverUseTheIndex = noClasses()
            .that()
            .resideInAnyPackage(LEDGER, LIVE, JUDGE, TELL, APPLY, DUE, ASK, COUNTER, RULES, POLICY, COMMAND)
            .and()
            .doNotBelongToAnyOf(BackOffice.class)
            .and()
            .doNotHaveSimpleName("TypedCommands")
            .should()
            .dependOnClassesThat(resideInAPackage(INDEX));

    /** At the counter it is only handed on to those who answer questions. */
    @ArchTest
    static final ArchRule theCounterAsksNothingOfTheIndex = noClasses()
            .that()
            .resideInAPackage(COUNTER)
            .should()
            .callMethodWhere(target(owner(resideInAPackage(INDEX))));

    /** What may be hours old is told, and decides nothing. */
    @ArchTest
    static final ArchRule decisionsNeverUseWhatWasSeen = noClasses()
            .that()
            .resideInAnyPackage(LEDGER, LIVE, JUDGE, TELL, APPLY, DUE, ASK, COUNTER, RULES, POLICY, COMMAND)
            .and()
            .haveNameNotMatching(".*\\.counter\\.(Status|Lookups|TypedCommands).*")
            .and()
            .doNotBelongToAnyOf(Answer.class)
            .should()
            .dependOnClassesThat(resideInAPackage(SIGHT));

    @ArchTest
    static final ArchRule theIndexKnowsNoNeighbour = strangers(INDEX, SLACK, AWS, STORE, OPS, DESK);

    @ArchTest
    static final ArchRule slackKnowsNoNeighbour = strangers(SLACK, AWS, STORE, OPS);

    @ArchTest
    static final ArchRule awsKnowsNoNeighbour = strangers(AWS, SLACK, STORE, OPS);

    @ArchTest
    static final ArchRule storeKnowsNoNeighbour = strangers(STORE, SLACK, AWS, OPS);

    @ArchTest
    static final ArchRule deskKnowsOnlyItsPorts = strangers(DESK, SLACK, AWS, STORE, OPS);

    @ArchTest
    static final ArchRule machinesKnowNoNeighbour = strangers(MACHINE, SLACK, AWS, STORE, OPS);

    @ArchTest
    static final ArchRule joseStaysInItsRoom = onlyIn("dev.ecrbot.machine.proof..", "com.nimbusds..");

    /** Whoever decides clicks, and a machine has no way to. */
    @ArchTest
    static final ArchRule machinesSendLinesAndNothingElse = noClasses()
            .that()
            .resideInAPackage(MACHINE)
            .should()
            .callMethodWhere(target(owner(assignableTo(Counter.class))).and(target(nameMatching("(?!command$).+"))));

    @ArchTest
    static final ArchRule opsKnowsOnlyHttp = noClasses()
            .that()
            .resideInAPackage(OPS)
            .should()
            .dependOnClassesThat(resideInAPackage(HOUSE).and(not(resideInAnyPackage(OPS, HTTP))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule pureRoomsKnowNothingOfTheDesk = noClasses()
            .that()
            .resideInAnyPackage(RULES, COMMAND, POLICY, DENIAL, ECR)
            .should()
            .dependOnClassesThat(resideInAnyPackage(DESK, SLACK, AWS, STORE, OPS))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule policyNeedsOnlyTheTree = needsOnly(
            POLICY,
            "java..",
            "com.fasterxml.jackson..",
            "com.github.difflib..",
            "org.jspecify..",
            POLICY,
            ECR,
            PROBLEM);

    /** These rooms are in ecr-policy.jar, with what they need and nothing else. */
    @ArchTest
    static final ArchRule thePolicyJarNeedsNothingOfTheBot = classes()
            .that()
            .resideInAnyPackage(CLI, POLICY, DENIAL, ECR, PROBLEM)
            .and()
            .resideOutsideOfPackages(PLAN, HOLDING)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "com.fasterxml.jackson.core..",
                            "com.fasterxml.jackson.databind..",
                            "com.fasterxml.jackson.dataformat.yaml..",
                            "com.github.difflib..",
                            "picocli..",
                            "org.jspecify..",
                            CLI,
                            POLICY,
                            DENIAL,
                            ECR,
                            PROBLEM)
                    .and(not(resideInAnyPackage(PLAN, HOLDING, "java.sql.."))));

    @ArchTest
    static final ArchRule denialsNeedOnlyNamesOfEcr = needsOnly(DENIAL, "java..", "org.jspecify..", DENIAL, ECR);

    @ArchTest
    static final ArchRule ecrNeedsNothing = needsOnly(ECR, "java..", "org.jspecify..", ECR);

    @ArchTest
    static final ArchRule problemsNeedOnlyNamesOfEcr = needsOnly(PROBLEM, "java..", "org.jspecify..", PROBLEM, ECR);

    /** What people are told is written in one room, where it can be read through. */
    @ArchTest
    static final ArchRule onlyTheirRoomWordsProblems = noClasses()
            .that()
            .resideOutsideOfPackage(PROBLEM)
            .should()
            .accessTargetWhere(target(owner(equivalentTo(Problem.class)))
                    .and(target(nameMatching(JavaConstructor.CONSTRUCTOR_NAME))));

    /** The words of the problems that it makes are its own, and not handed in with a code. */
    @ArchTest
    static final ArchRule nobodyHandsItsWordsIn = noMethods()
            .that()
            .areDeclaredInClassesThat(resideInAPackage(PROBLEM).and(not(equivalentTo(Problem.class))))
            .and()
            .arePublic()
            .should()
            .haveRawParameterTypes(aCode());

    @ArchTest
    static final ArchRule onlyWhatWasKeptIsToldAgain = noClasses()
            .that()
            .doNotHaveSimpleName("RequestColumns")
            .and()
            .doNotHaveSimpleName("GrantNews")
            .should()
            .accessTargetWhere(target(owner(equivalentTo(Problem.class))).and(target(nameMatching("kept"))));

    @ArchTest
    static final ArchRule timeNeedsNothing = needsOnly(TIME, "java..", "org.jspecify..", TIME);

    @ArchTest
    static final ArchRule roomsFormNoCircle =
            slices().matching("dev.ecrbot.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsNullUnlessItSaysSo = classes().should(liveInANullMarkedPackage());

    private static ArchRule onlyIn(String room, String... strangers) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat(resideInAnyPackage(strangers));
    }

    private static ArchRule strangers(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .allowEmptyShould(true);
    }

    private static ArchRule needsOnly(String room, String... needed) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(needed))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<List<JavaClass>> aCode() {
        return describe("a code", types -> types.stream().anyMatch(type -> type.isEquivalentTo(Code.class)));
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                        new SimpleConditionEvent(type, marked, type.getPackageName() + " of " + type.getSimpleName()));
            }
        };
    }
}
