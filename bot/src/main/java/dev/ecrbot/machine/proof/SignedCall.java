package dev.ecrbot.machine.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.problem.ProofProblems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A call of {@code GetCallerIdentity} that somebody signed, without what is always the same in it.
 *
 * @param region of whose STS it is
 * @param headers what the signature needs, and nothing else; secrets among it
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Signature Version 4</a>
 */
record SignedCall(Region region, Map<String, String> headers) {
    private static final String DATE = "X-Amz-Date";
    private static final String SIGNATURE = "Authorization";
    private static final List<String> TAKEN =
            List.of(SIGNATURE, DATE, "X-Amz-Security-Token", "X-Amz-Content-Sha256", CallerCall.AUDIENCE);
    private static final Set<String> COVERED = Set.of("host", "x-amz-date", "x-ecr-bot-audience");
    private static final Pattern SIGNED = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=(?<key>[A-Z0-9]{8,128})/(?<day>\\d{8})/(?<region>[a-z0-9-]{5,30})/sts/aws4_request, *"
                    + "SignedHeaders=(?<headers>[a-z0-9;-]{1,500}), *Signature=[0-9a-f]{64}");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]{1,8192}");
    private static final ObjectMapper JSON = new ObjectMapper();

    SignedCall {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads what a machine sent: a JSON object of header names and values, as base64url.
     *
     * @throws dev.ecrbot.problem.ProblemException if it isn't that
     */
    static SignedCall read(String sent) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        try {
            JsonNode root = JSON.readTree(Base64.getUrlDecoder().decode(sent.getBytes(StandardCharsets.US_ASCII)));
            for (Map.Entry<String, JsonNode> header : root.properties()) {
                if (headers.put(header.getKey(), header.getValue().asText()) != null) {
                    throw new ProblemException(ProofProblems.headerTwice());
                }
            }
        } catch (IllegalArgumentException | IOException e) {
            throw new ProblemException(ProofProblems.callUnreadable());
        }
        var taken = new LinkedHashMap<String, String>();
        for (String name : TAKEN) {
            String value = headers.get(name);
            if (value != null && VALUE.matcher(value).matches()) {
                taken.put(name, value);
            }
        }
        Matcher signed = signed(taken);
        Region region = Region.parse(signed.group("region"))
                .orElseThrow(() -> new ProblemException(ProofProblems.callWithoutRegion()));
        return new SignedCall(region, taken);
    }

    /**
     * Sees to it that it was signed just now, and for this bot.
     *
     * @throws dev.ecrbot.problem.ProblemException if it wasn't
     */
    void check(String audience, Instant now, Duration fresh) {
        Matcher signed = signed(headers);
        if (!Set.copyOf(Arrays.asList(signed.group("headers").split(";", -1))).containsAll(COVERED)) {
            throw new ProblemException(ProofProblems.signatureCoversTooLittle(CallerCall.AUDIENCE));
        }
        if (!audience.equals(headers.get(CallerCall.AUDIENCE))) {
            throw new ProblemException(ProofProblems.callForOtherBot(CallerCall.AUDIENCE));
        }
        Instant at = date();
        if (Duration.between(at, now).abs().compareTo(fresh) > 0) {
            throw new ProblemException(ProofProblems.callTooOld(fresh.toMinutes()));
        }
    }

    private Instant date() {
        try {
            return LocalDateTime.parse(headers.getOrDefault(DATE, ""), STAMP).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new ProblemException(ProofProblems.callWithoutDate());
        }
    }

    private static Matcher signed(Map<String, String> headers) {
        Matcher signed = SIGNED.matcher(headers.getOrDefault(SIGNATURE, ""));
        if (!signed.matches()) {
            throw new ProblemException(ProofProblems.callNotForSts());
        }
        return signed;
    }

    /** Says where it goes, and nothing that is in it. */
    @Override
    public String toString() {
        return "SignedCall[" + region + "]";
    }
}
