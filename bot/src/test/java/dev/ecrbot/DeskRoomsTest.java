package dev.ecrbot;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static dev.ecrbot.Rooms.ANSWER;
import static dev.ecrbot.Rooms.APPLY;
import static dev.ecrbot.Rooms.ASK;
import static dev.ecrbot.Rooms.ASSEMBLY;
import static dev.ecrbot.Rooms.AWS;
import static dev.ecrbot.Rooms.CHECKUP;
import static dev.ecrbot.Rooms.COMMAND;
import static dev.ecrbot.Rooms.COUNTER;
import static dev.ecrbot.Rooms.DESK;
import static dev.ecrbot.Rooms.DUE;
import static dev.ecrbot.Rooms.INDEX;
import static dev.ecrbot.Rooms.JUDGE;
import static dev.ecrbot.Rooms.LEDGER;
import static dev.ecrbot.Rooms.LIVE;
import static dev.ecrbot.Rooms.POLICY;
import static dev.ecrbot.Rooms.RELOAD;
import static dev.ecrbot.Rooms.REQUEST;
import static dev.ecrbot.Rooms.RULES;
import static dev.ecrbot.Rooms.SIGHT;
import static dev.ecrbot.Rooms.SLACK;
import static dev.ecrbot.Rooms.STORE;
import static dev.ecrbot.Rooms.TALK;
import static dev.ecrbot.Rooms.TELL;
import static dev.ecrbot.Rooms.WATCH;
import static dev.ecrbot.Rooms.strangers;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.BackOffice;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;

/** Keeps the rooms of the desk in their order, and says who else may look into which. */
@AnalyzeClasses(packagesOf = Main.class, importOptions = ImportOption.DoNotIncludeTests.class)
final class DeskRoomsTest {
    @ArchTest
    static final ArchRule storeSeesOnlyTheLedger =
            strangers(STORE, ASSEMBLY, LIVE, JUDGE, TELL, APPLY, DUE, ANSWER, ASK, TALK, COUNTER);

    @ArchTest
    static final ArchRule awsSeesOnlyLivePolicies =
            strangers(AWS, ASSEMBLY, LEDGER, REQUEST, JUDGE, TELL, APPLY, DUE, ANSWER, ASK, COUNTER);

    @ArchTest
    static final ArchRule slackSeesWhatIsRecordedToldAndServed = strangers(SLACK, ASSEMBLY, LIVE, APPLY, DUE);

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
}
