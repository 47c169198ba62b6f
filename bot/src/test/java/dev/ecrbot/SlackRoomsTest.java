package dev.ecrbot;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static dev.ecrbot.Rooms.DESK;
import static dev.ecrbot.Rooms.DOOR;
import static dev.ecrbot.Rooms.FIELD;
import static dev.ecrbot.Rooms.INTAKE;
import static dev.ecrbot.Rooms.JUDGE;
import static dev.ecrbot.Rooms.MESSAGE;
import static dev.ecrbot.Rooms.SLACK;
import static dev.ecrbot.Rooms.SPOKEN;
import static dev.ecrbot.Rooms.WEB;
import static dev.ecrbot.Rooms.needsOnly;
import static dev.ecrbot.Rooms.strangers;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.ecrbot.desk.judge.Directory;

/** Keeps the rooms of Slack in their order. */
@AnalyzeClasses(packagesOf = Main.class, importOptions = ImportOption.DoNotIncludeTests.class)
final class SlackRoomsTest {
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
            .layer("words")
            .definedBy(SPOKEN)
            .layer("intake")
            .definedBy(INTAKE)
            .layer("root")
            .definedBy("dev.ecrbot.slack")
            .whereLayer("root")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("intake")
            .mayOnlyBeAccessedByLayers("root")
            .whereLayer("words")
            .mayOnlyBeAccessedByLayers("field", "intake")
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
    static final ArchRule slackJudgesNobody = noClasses()
            .that()
            .resideInAPackage(SLACK)
            .should()
            .dependOnClassesThat(resideInAPackage(JUDGE)
                    .and(not(equivalentTo(Directory.class)))
                    .and(not(equivalentTo(Directory.Freshness.class))));

    @ArchTest
    static final ArchRule wordsKnowOnlyWords = needsOnly(SPOKEN, "java..", "org.jspecify..", SPOKEN);

    @ArchTest
    static final ArchRule theDoorKnowsNoDesk = strangers(DOOR, DESK);
}
