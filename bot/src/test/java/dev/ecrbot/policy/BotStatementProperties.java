package dev.ecrbot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.StandardAccess;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BotStatementProperties {
    private static final AccountId SALES = new AccountId("222222222222");

    private record Written(Access access, Optional<Instant> end, Principal.Grantable who) {
        BotStatement form() {
            return new BotStatement(access, end, PrincipalForm.of(who));
        }
    }

    /** Whatever the catalogue says of the word, or whether it has it at all. */
    @Property(tries = 300)
    void aStatementIsReadAsItWasWritten(@ForAll("written") Written written, @ForAll boolean numbered) {
        BotStatement form = written.form();
        Statement first = form.statement(written.who(), Set.of());
        Set<String> taken = numbered ? Set.of(first.sid().orElseThrow()) : Set.of();
        assertThat(BotStatement.of(form.statement(written.who(), taken))).contains(form);
    }

    @Property(tries = 300)
    void underAnotherSidItIsNotThatAccess(@ForAll("written") Written written, @ForAll("words") String word) {
        BotStatement form = written.form();
        var copy = (ObjectNode) form.statement(written.who(), Set.of()).json();
        var other = new BotStatement(
                new Access(word, written.access().actions()), written.end(), PrincipalForm.of(written.who()));
        copy.put("Sid", other.statement(written.who(), Set.of()).sid().orElseThrow());
        assertThat(BotStatement.of(Statement.of(copy))).contains(other);
        assertThat(other.equals(form)).isEqualTo(word.equals(written.access().word()));
    }

    @Provide
    Arbitrary<Written> written() {
        Arbitrary<Set<String>> actions =
                Arbitraries.of(StandardAccess.CATALOGUE.actions()).set().ofMinSize(1);
        Arbitrary<Optional<Instant>> ends = Arbitraries.of(
                Optional.empty(),
                Optional.of(Instant.parse("2026-11-29T10:00:00Z")),
                Optional.of(Instant.parse("2026-11-29T10:00:07Z")));
        Arbitrary<Principal.Grantable> who = Arbitraries.of(List.of(
                new Principal.Account(Partition.AWS, SALES),
                new Principal.Role(Partition.AWS, SALES, "/", "ci"),
                new Principal.LambdaFunctions(new Region("us-west-2"), SALES, "*"),
                new Principal.Organization(OrganizationPath.of(new OrganizationId("o-abc123def4")))));
        return Combinators.combine(Combinators.combine(words(), actions).as(Access::new), ends, who)
                .as(Written::new);
    }

    /** Among them are some that look like what may follow a word in a Sid. */
    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.of("pull", "push", "push-only", "organizations", "pull-functions", "until", "a-b", "ab"),
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .ofMinLength(1)
                        .ofMaxLength(8)
                        .filter(word -> !word.equals("all")));
    }
}
