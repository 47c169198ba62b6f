package dev.ecrbot;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static dev.ecrbot.Rooms.AWS;
import static dev.ecrbot.Rooms.CLI_WORDS;
import static dev.ecrbot.Rooms.DENIAL;
import static dev.ecrbot.Rooms.DOCTOR;
import static dev.ecrbot.Rooms.DOOR;
import static dev.ecrbot.Rooms.ECR;
import static dev.ecrbot.Rooms.INTERVIEW;
import static dev.ecrbot.Rooms.MACHINE;
import static dev.ecrbot.Rooms.MISTAKE;
import static dev.ecrbot.Rooms.NEWS;
import static dev.ecrbot.Rooms.OPS;
import static dev.ecrbot.Rooms.PHRASE;
import static dev.ecrbot.Rooms.PROBLEM;
import static dev.ecrbot.Rooms.REHEARSAL;
import static dev.ecrbot.Rooms.ROOT;
import static dev.ecrbot.Rooms.SPOKEN;
import static dev.ecrbot.Rooms.STORE;
import static dev.ecrbot.Rooms.WEB;
import static dev.ecrbot.Rooms.WEBHOOK;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.ecrbot.policy.lint.LintFinding;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.List;

/** Has what people are told written where it can be read through; {@link SentencesTest} finds it elsewhere in the rooms that decide. */
@AnalyzeClasses(packagesOf = Main.class, importOptions = ImportOption.DoNotIncludeTests.class)
final class WordsTest {
    /** Rooms that have their words in classes whose names end in Words. */
    private static final String[] WITH_WORDS = {
        DENIAL, ECR, DOCTOR, INTERVIEW, WEB, DOOR, STORE, AWS, WEBHOOK, MACHINE, OPS, REHEARSAL, ROOT
    };

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

    /** What a finding of the linter says is written by the classes whose names say so, and not by its checks. */
    @ArchTest
    static final ArchRule onlyTheirClassesWordFindings = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Words")
            .should()
            .accessTargetWhere(
                    target(owner(simpleName("Wording"))).and(target(nameMatching(JavaConstructor.CONSTRUCTOR_NAME))));

    @ArchTest
    static final ArchRule findingsSayWhatWasWorded = noClasses()
            .that()
            .doNotHaveSimpleName("Wording")
            .and()
            .areNotAssignableTo(LintFinding.class)
            .should()
            .accessTargetWhere(target(owner(equivalentTo(LintFinding.class)))
                    .and(target(nameMatching(JavaConstructor.CONSTRUCTOR_NAME))));

    /** Words that go into problems and messages, and those of rooms with readers of their own, are words and decide nothing. */
    @ArchTest
    static final ArchRule wordsAreWords = methods()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(PHRASE, NEWS, MISTAKE, SPOKEN, CLI_WORDS)
                    .or(resideInAnyPackage(WITH_WORDS).and(simpleNameEndingWith("Words"))))
            .should()
            .haveRawReturnType(String.class)
            .andShould()
            .beStatic();

    private static DescribedPredicate<List<JavaClass>> aCode() {
        return describe("a code", types -> types.stream().anyMatch(type -> type.isEquivalentTo(Code.class)));
    }
}
