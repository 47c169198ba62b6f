package dev.ecrbot;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.ecrbot.Rooms.AWS;
import static dev.ecrbot.Rooms.CLI;
import static dev.ecrbot.Rooms.CLI_WORDS;
import static dev.ecrbot.Rooms.COMMAND;
import static dev.ecrbot.Rooms.CONDITION;
import static dev.ecrbot.Rooms.DENIAL;
import static dev.ecrbot.Rooms.DESK;
import static dev.ecrbot.Rooms.ECR;
import static dev.ecrbot.Rooms.HOLDING;
import static dev.ecrbot.Rooms.OPERATOR;
import static dev.ecrbot.Rooms.OPS;
import static dev.ecrbot.Rooms.PLAN;
import static dev.ecrbot.Rooms.POLICY;
import static dev.ecrbot.Rooms.PROBLEM;
import static dev.ecrbot.Rooms.RULES;
import static dev.ecrbot.Rooms.SLACK;
import static dev.ecrbot.Rooms.STORE;
import static dev.ecrbot.Rooms.TIME;
import static dev.ecrbot.Rooms.needsOnly;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Statement;

/** Keeps the rooms pure that need nothing of the bot. */
@AnalyzeClasses(packagesOf = Main.class, importOptions = ImportOption.DoNotIncludeTests.class)
final class PureRoomsTest {
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

    /** What a whole policy decides is left to the rooms above. */
    @ArchTest
    static final ArchRule conditionsNeedOnlyTheTreeAndItsOperators =
            needsOnly(CONDITION, "java..", "org.jspecify..", "dev.ecrbot.policy", CONDITION, OPERATOR, ECR);

    @ArchTest
    static final ArchRule conditionsKnowNothingOfStatements = noClasses()
            .that()
            .resideInAPackage(CONDITION)
            .should()
            .dependOnClassesThat(assignableTo(Statement.class).or(assignableTo(PolicyDocument.class)));

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
    static final ArchRule wordsOfTheCommandLineNeedNothing =
            needsOnly(CLI_WORDS, "java..", "org.jspecify..", CLI_WORDS);

    @ArchTest
    static final ArchRule denialsNeedOnlyNamesOfEcr = needsOnly(DENIAL, "java..", "org.jspecify..", DENIAL, ECR);

    @ArchTest
    static final ArchRule ecrNeedsNothing = needsOnly(ECR, "java..", "org.jspecify..", ECR);

    @ArchTest
    static final ArchRule problemsNeedOnlyNamesOfEcr = needsOnly(PROBLEM, "java..", "org.jspecify..", PROBLEM, ECR);

    @ArchTest
    static final ArchRule timeNeedsNothing = needsOnly(TIME, "java..", "org.jspecify..", TIME);
}
