package dev.ecrbot;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.ecrbot.Rooms.AWS;
import static dev.ecrbot.Rooms.DESK;
import static dev.ecrbot.Rooms.HOUSE;
import static dev.ecrbot.Rooms.HTTP;
import static dev.ecrbot.Rooms.INDEX;
import static dev.ecrbot.Rooms.MACHINE;
import static dev.ecrbot.Rooms.OPS;
import static dev.ecrbot.Rooms.SLACK;
import static dev.ecrbot.Rooms.SQL;
import static dev.ecrbot.Rooms.STORE;
import static dev.ecrbot.Rooms.needsOnly;
import static dev.ecrbot.Rooms.onlyIn;
import static dev.ecrbot.Rooms.strangers;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.ecrbot.desk.counter.Counter;
import org.jspecify.annotations.NullMarked;

/** Keeps the rooms of the house apart: each library in one, and neighbours that don't know each other. */
@AnalyzeClasses(packagesOf = Main.class, importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {
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
    static final ArchRule joseStaysInItsRoom = onlyIn("dev.ecrbot.machine.proof..", "com.nimbusds..");

    @ArchTest
    static final ArchRule httpNeedsOnlyTheServer =
            needsOnly(HTTP, "java..", "org.eclipse.jetty..", "org.slf4j..", "org.jspecify..", HTTP);

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
    static final ArchRule roomsFormNoCircle =
            slices().matching("dev.ecrbot.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsNullUnlessItSaysSo = classes().should(liveInANullMarkedPackage());

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
