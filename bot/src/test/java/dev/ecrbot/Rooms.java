package dev.ecrbot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** The rooms by their names, and what is said of several of them. */
final class Rooms {
    static final String HOUSE = "dev.ecrbot..";
    static final String SLACK = "dev.ecrbot.slack..";
    static final String AWS = "dev.ecrbot.aws..";
    static final String STORE = "dev.ecrbot.store..";
    static final String OPS = "dev.ecrbot.ops..";
    static final String DESK = "dev.ecrbot.desk..";
    static final String ASSEMBLY = "dev.ecrbot.desk";
    static final String LEDGER = "dev.ecrbot.desk.ledger..";
    static final String REQUEST = "dev.ecrbot.desk.request..";
    static final String LIVE = "dev.ecrbot.desk.live..";
    static final String JUDGE = "dev.ecrbot.desk.judge..";
    static final String TELL = "dev.ecrbot.desk.tell..";
    static final String APPLY = "dev.ecrbot.desk.apply..";
    static final String ANSWER = "dev.ecrbot.desk.answer..";
    static final String SIGHT = "dev.ecrbot.desk.sight..";
    static final String RELOAD = "dev.ecrbot.desk.reload..";
    static final String WATCH = "dev.ecrbot.desk.watch..";
    static final String CHECKUP = "dev.ecrbot.desk.checkup..";
    static final String DUE = "dev.ecrbot.desk.due..";
    static final String ASK = "dev.ecrbot.desk.ask..";
    static final String TALK = "dev.ecrbot.desk.talk..";
    static final String COUNTER = "dev.ecrbot.desk.counter..";
    static final String MESSAGE = "dev.ecrbot.slack.message..";
    static final String WEB = "dev.ecrbot.slack.web..";
    static final String DOOR = "dev.ecrbot.slack.door..";
    static final String FIELD = "dev.ecrbot.slack.field..";
    static final String SPOKEN = "dev.ecrbot.slack.words..";
    static final String INTAKE = "dev.ecrbot.slack.intake..";
    static final String RULES = "dev.ecrbot.rules..";
    static final String COMMAND = "dev.ecrbot.command..";
    static final String POLICY = "dev.ecrbot.policy..";
    static final String CONDITION = "dev.ecrbot.policy.condition..";
    static final String OPERATOR = "dev.ecrbot.policy.operator..";
    static final String PLAN = "dev.ecrbot.policy.plan..";
    static final String HOLDING = "dev.ecrbot.policy.holding..";
    static final String CLI = "dev.ecrbot.cli..";
    static final String CLI_WORDS = "dev.ecrbot.cli.words..";
    static final String DENIAL = "dev.ecrbot.denial..";
    static final String DOCTOR = "dev.ecrbot.doctor..";
    static final String INTERVIEW = "dev.ecrbot.interview..";
    static final String ECR = "dev.ecrbot.ecr..";
    static final String PROBLEM = "dev.ecrbot.problem..";
    static final String PHRASE = "dev.ecrbot.problem.phrase..";
    static final String NEWS = "dev.ecrbot.problem.news..";
    static final String MISTAKE = "dev.ecrbot.config.mistake..";
    static final String INDEX = "dev.ecrbot.index..";
    static final String TIME = "dev.ecrbot.time..";
    static final String HTTP = "dev.ecrbot.http..";
    static final String MACHINE = "dev.ecrbot.machine..";
    static final String WEBHOOK = "dev.ecrbot.webhook..";
    static final String REHEARSAL = "dev.ecrbot.rehearsal..";
    static final String ROOT = "dev.ecrbot";
    static final String[] SQL = {"java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "com.zaxxer.."};

    private Rooms() {}

    static ArchRule onlyIn(String room, String... strangers) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat(resideInAnyPackage(strangers));
    }

    static ArchRule strangers(String room, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .allowEmptyShould(true);
    }

    static ArchRule needsOnly(String room, String... needed) {
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(needed))
                .allowEmptyShould(true);
    }
}
