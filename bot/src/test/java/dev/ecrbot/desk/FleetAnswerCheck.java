package dev.ecrbot.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ecrbot.desk.answer.Audit;
import dev.ecrbot.desk.answer.Chronicle;
import dev.ecrbot.desk.answer.Drift;
import dev.ecrbot.desk.answer.Exported;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.answer.FleetFinding;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.Coverage;
import dev.ecrbot.policy.evaluation.BruteForce;
import dev.ecrbot.policy.source.CodeForm;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.PolicyChange;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether what an answer says of the whole fleet, of what happened, or as code is so: compared with the policies as they were in
 * the local ECR at some time since it was asked, or since what it is from was read.
 *
 * @param one what knows how policies were
 */
record FleetAnswerCheck(EcrModel ecr, AnswerCheck one, Instant asked) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STRANGER = "987654321098";
    private static final Pattern ORPHAN = Pattern.compile("\"A(?:RO|ID)A[A-Z0-9]{12,}\"");

    AnswerCheck.Verdict of(Finding finding) {
        if (finding instanceof Audit audit) {
            return audited(audit);
        }
        if (finding instanceof Drift drift) {
            Instant since = since(drift.coverage());
            return verdict(drift.differences(), difference -> isSo(difference, since), "a difference");
        }
        if (finding instanceof Chronicle chronicle) {
            List<Chronicle.Foreign> foreign = chronicle.entries().stream()
                    .filter(Chronicle.Foreign.class::isInstance)
                    .map(Chronicle.Foreign.class::cast)
                    .toList();
            PolicyHolder holder = chronicle.target().holder();
            // Nobody knows any more who wrote what in one that is gone.
            boolean gone = holder instanceof Repository repository && !one.isThere(repository);
            return verdict(
                    foreign,
                    each -> gone || changedByOthers(ecr.history(holder), each.noticed()),
                    "a change by somebody else");
        }
        return finding instanceof Exported exported
                ? verdict(List.of(exported), this::isSo, "code")
                : new AnswerCheck.Verdict(List.of(), 0);
    }

    private static <T> AnswerCheck.Verdict verdict(List<T> said, Predicate<T> so, String what) {
        return new AnswerCheck.Verdict(
                said.stream()
                        .filter(so.negate())
                        .map(each -> what + " is told that isn't so: " + each)
                        .toList(),
                said.size());
    }

    private Instant since(Coverage coverage) {
        return coverage.oldest().filter(asked::isAfter).orElse(asked);
    }

    private AnswerCheck.Verdict audited(Audit audit) {
        Instant since = since(audit.coverage());
        var falsehoods = new ArrayList<>(verdict(audit.findings(), finding -> isSo(finding, since), "a finding")
                .falsehoods());
        boolean whole = audit.word().isEmpty()
                && audit.hidden() == 0
                && audit.coverage().whole()
                && audit.paging().pages() == 1;
        if (whole) {
            long open = ecr.repositories().stream()
                    .filter(repository -> isOpen(repository, since))
                    .count();
            long told = audit.sorts().stream()
                    .filter(sort -> sort.kind().equals("public_principal"))
                    .mapToLong(Audit.Sort::count)
                    .sum();
            if (told < open) {
                falsehoods.add(open + " repositories are open to strangers, and the audit has " + told);
            }
        }
        return new AnswerCheck.Verdict(falsehoods, audit.findings().size() + (whole ? 1 : 0));
    }

    /** Of the kinds of which others than the linter can tell. */
    private boolean isSo(FleetFinding finding, Instant since) {
        if (!(finding.holder() instanceof Repository repository) || !one.isThere(repository)) {
            return true;
        }
        return switch (finding.kind()) {
            case "public_principal" -> texts(repository, since).anyMatch(text -> text.contains("\"*\""));
            case "orphaned_principal" ->
                texts(repository, since).anyMatch(text -> ORPHAN.matcher(text).find());
            case "foreign_change" -> changedByOthers(ecr.history(repository), one.now());
            default -> texts(repository, since).anyMatch(text -> text.length() > 2);
        };
    }

    private Stream<String> texts(Repository repository, Instant since) {
        // What AWS shows in place of a deleted principal changes without a write.
        return Stream.concat(one.statements(repository, since).map(Object::toString), ecr.policy(repository).stream());
    }

    /** Whatever it was since then, somebody of whom nobody knows could pull. */
    private boolean isOpen(Repository repository, Instant since) {
        var request = new BruteForce(
                List.of("arn:aws:iam::" + STRANGER + ":role/x", STRANGER, "arn:aws:iam::" + STRANGER + ":root"),
                "ecr:BatchGetImage",
                repository.arn(),
                Map.of(
                        "aws:currenttime", List.of(one.now().toString()),
                        "aws:principalarn", List.of("arn:aws:iam::" + STRANGER + ":role/x"),
                        "aws:principalaccount", List.of(STRANGER)));
        return one.statements(repository, since).allMatch(request::allows);
    }

    private boolean isSo(Drift.Difference difference, Instant since) {
        Predicate<JsonNode> gives = statement -> AnswerCheck.names(statement, difference.principal())
                && AnswerCheck.actions(statement)
                        .containsAll(difference.access().actions());
        Stream<List<JsonNode>> moments = one.statements(difference.target().holder(), since);
        return difference
                .sid()
                .map(sid -> moments.anyMatch(all -> all.stream()
                        .filter(gives)
                        .anyMatch(statement -> statement.path("Sid").asText().equals(sid))))
                // One with a condition may have another end than the grant.
                .orElseGet(() -> moments.anyMatch(all -> all.stream()
                        .filter(gives)
                        .noneMatch(statement -> statement.path("Sid").asText().startsWith("EcrBot")
                                && statement.path("Condition").isMissingNode())));
    }

    private static boolean changedByOthers(List<PolicyChange> history, Instant noticed) {
        return history.stream()
                .filter(change -> !change.at().isAfter(noticed))
                .anyMatch(change -> !change.by().principal().equals(SeedRegistry.BOT_ROLE));
    }

    private boolean isSo(Exported exported) {
        List<JsonNode> told = ClaimCheck.statements(Optional.of(policy(exported)));
        return !one.isThere(exported.repository())
                || one.statements(exported.repository(), asked).anyMatch(told::equals)
                || told.equals(ClaimCheck.statements(ecr.policy(exported.repository())));
    }

    /** Takes the policy out of the code, without the readers that the bot has. */
    private static String policy(Exported exported) {
        if (exported.form() == CodeForm.TERRAFORM) {
            String code = exported.code();
            return code.substring(code.indexOf("<<POLICY\n") + 9, code.lastIndexOf("\nPOLICY"))
                    .replace("$${", "${")
                    .replace("%%{", "%{");
        }
        try {
            JsonNode tree = JSON.readTree(exported.code());
            return exported.form() == CodeForm.CLOUDFORMATION
                    ? tree.findPath("RepositoryPolicyText").toString()
                    : tree.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
