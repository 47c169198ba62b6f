package dev.ecrbot.denial;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What clients, services and ECR itself write where AWS's sentence is missing, in the order in which one goes before another.
 * A phrase is in lower case; … stands for anything in between, and | stands between several.
 */
enum Symptom {
    LAMBDA(
            Cause.LAMBDA,
            Needs.NOTHING,
            "does not have permission to access the ecr image",
            // Of a function whose image was taken from it later.
            "function does not have permission to access the specified image | imageaccessdenied"),
    SERVICE(Cause.SERVICE_NOT_GRANTED, Needs.NOTHING, "does not grant…ecr:…service principal"),
    AGENT_CORE(Cause.AGENT_CORE, Needs.NOTHING, "access denied while validating ecr uri"),
    APP_RUNNER(Cause.APP_RUNNER, Needs.NOTHING, "valid access role to your ecr repository"),
    KMS(
            Cause.KMS,
            Needs.NOTHING,
            "kmsaccessdenied…container image | can't decrypt the container image | kmsexception…ecr",
            "ecr…kmsexception | ecr…kmsaccessdenied | kmsaccessdenied…ecr",
            // These calls are ECR's own, whether it is named or not.
            "kmsexception) when calling the initiatelayerupload | kmsexception) when calling the uploadlayerpart",
            "kmsexception) when calling the completelayerupload | kmsexception) when calling the putimage operation"),
    CODEBUILD(
            Cause.CODEBUILD_CREDENTIALS,
            Needs.NOTHING,
            "cross-account ecr image with imagepullcredentialstype",
            "imagepullcredentialstype codebuild"),
    REPLICATION(Cause.REPLICATION, Needs.NOTHING, "destination_registry_access_denied"),
    PRINCIPAL(Cause.PRINCIPAL_NOT_FOUND, Needs.NOTHING, "policytext…principal not found"),
    POLICY(
            Cause.BAD_POLICY,
            Needs.NOTHING,
            "invalid repository policy provided",
            "invalid registry policy provided",
            "invalid parameter at 'policytext'"),
    TAG(
            Cause.TAG_TAKEN,
            Needs.NOTHING,
            "tag invalid: the image tag",
            "imagetagalreadyexistsexception",
            "image tag…cannot be overwritten because the"),
    ORGANIZATION(Cause.ORGANIZATION, Needs.ECR, "blockedbyorganizationpolicy"),
    EXISTS(Cause.EXISTS, Needs.NOTHING, "repositoryalreadyexistsexception"),
    UPLOAD(
            Cause.FAILED_MIDWAY,
            Needs.NOTHING,
            "layersnotfoundexception | layerparttoosmallexception | layeralreadyexistsexception",
            "invalidlayerpartexception | uploadnotfoundexception | emptyuploadexception"),
    FORMAT(
            Cause.NOT_FITTING,
            Needs.HOST,
            "no matching manifest for | no match for platform | no image found in manifest list for",
            "no image found in image index for | media type…not supported | unsupported media type",
            "exec format error | does not match the specified platform"),
    DISK(Cause.DISK_FULL, Needs.HOST, "no space left on device", "disk quota exceeded", "not enough space on the disk"),
    LAYER_BUCKET(Cause.LAYERS, Needs.NOTHING, "starport-layer-bucket"),
    // ECR itself answers in JSON, S3 in XML; whatever answers with a page stands in between.
    ANSWER_OF_S3(
            Cause.LAYERS,
            Needs.HOST,
            "error parsing http 403 response body…<?xml",
            "error parsing http 403 response body…<error>",
            "<code>accessdenied</code>…<hostid>"),
    ANSWER_OF_PROXY(
            Cause.HOST_UNREACHABLE,
            Needs.HOST,
            "error parsing http 403 response body…<html",
            "error parsing http 403 response body…<!doctype"),
    THROTTLE(
            Cause.THROTTLED,
            Needs.ECR,
            "toomanyrequests | throttlingexception | rate exceeded | 429 too many requests"),
    UPSTREAM(
            Cause.UPSTREAM,
            Needs.NOTHING,
            "authentication to the upstream registry failed | unabletoaccesssecretexception",
            "unabletodecryptsecretvalueexception | unabletogetupstreamimageexception",
            "unabletogetupstreamlayerexception | secretnotfoundexception…ecr | ecr…secretnotfoundexception"),
    OLD_NOT_FOUND(Cause.NOT_FOUND_OR_REFUSED, Needs.HOST, "api error (404)"),
    REPOSITORY(
            Cause.NO_SUCH_REPOSITORY,
            Needs.NOTHING,
            "repositorynotfoundexception | does not exist in the registry with id",
            "name unknown: the repository | name_unknown"),
    SOURCE_IMAGE(Cause.LAMBDA_SOURCE, Needs.HOST, "source image…provide a valid source image"),
    NO_POLICY(
            Cause.NO_POLICY,
            Needs.NOTHING,
            "repositorypolicynotfoundexception",
            "repository policy does not exist for"),
    IMAGE_OF_ECR(
            Cause.NO_SUCH_IMAGE,
            Needs.NOTHING,
            "requested image not found",
            "imagenotfoundexception…in the registry with id"),
    IMAGE(
            Cause.NO_SUCH_IMAGE,
            Needs.ECR,
            "imagenotfoundexception | manifest unknown | manifest_unknown | requested image…not found",
            "manifest for…not found"),
    NOT_FOUND(Cause.NO_SUCH_IMAGE, Needs.HOST, "404 not found", "status code 404", "status: 404", ": not found"),
    NOT_FOUND_CODE(Cause.NOT_FOUND_OR_REFUSED, Needs.HOST, "code = notfound"),
    EXPIRED(Cause.LOGIN_EXPIRED, Needs.NOTHING, "authorization token has expired", "authentication token has expired"),
    SANDBOX(Cause.SANDBOX_IMAGE, Needs.HOST, "sandbox image…no basic auth credentials"),
    CREDENTIALS(
            Cause.BAD_CREDENTIALS,
            Needs.ECR,
            "unrecognizedclientexception | invalidclienttokenid | security token included in the request",
            "expiredtoken | unable to locate credentials | nocredentialproviders",
            "no valid credential sources | invalidsignatureexception | signaturedoesnotmatch",
            "token is invalid | missing credentials in config | could not load credentials from any providers",
            "credentials could not be loaded | unable to load credentials | unable to load aws credentials",
            "no ec2 imds role found | error ec2imds | no ec2 instance role found | ec2rolerequesterror",
            "static credentials are empty | failed to refresh cached credentials",
            "failed to retrieve credentials | sso session associated with this profile",
            "sso session has expired | error loading sso token | token has expired and refresh failed"),
    // What the AWS CLI says when it has no password to hand on, and docker of one that is empty; no name of ECR is in
    // either.
    NO_PASSWORD(
            Cause.BAD_CREDENTIALS,
            Needs.NOTHING,
            "unable to locate credentials…interactive login from a non tty",
            "error loading sso token…interactive login from a non tty",
            "sso session…expired…interactive login from a non tty",
            "token has expired and refresh failed…interactive login from a non tty",
            "expiredtoken…interactive login from a non tty",
            "config profile…could not be found…interactive login from a non tty"),
    NO_REGION(
            Cause.NO_REGION,
            Needs.NOTHING,
            "must specify a region…interactive login from a non tty | ecr…aws region is required",
            "ecr…must specify a region | ecr…missing region"),
    UNKNOWN_CLIENT(Cause.BAD_CREDENTIALS, Needs.NOTHING, "unrecognizedclientexception"),
    LOGIN(Cause.NO_LOGIN, Needs.NOTHING, "no basic auth credentials"),
    // These words hold those of a login that is missing.
    PROXY(Cause.HOST_UNREACHABLE, Needs.HOST, "proxy authentication required"),
    LOGIN_TO_HOST(
            Cause.NO_LOGIN,
            Needs.HOST,
            "authentication required | 401 unauthorized | status code 401 | status: 401 | 401 (unauthorized)",
            "http 401 | 401 response | unauthorized: | \"unauthorized\" | login attempt to | username and password required"),
    CERTIFICATE(
            Cause.UNTRUSTED_CERTIFICATE,
            Needs.HOST,
            "x509: | certificate signed by unknown authority | certificate verify failed",
            "unable to get local issuer certificate | self-signed certificate | self signed certificate",
            "pkix path building failed"),
    NETWORK(
            Cause.HOST_UNREACHABLE,
            Needs.HOST,
            "i/o timeout | timed out | timeout exceeded | timeout on endpoint | tls handshake timeout",
            "no such host | connection refused | connection issue | connection reset | connection timed out",
            "context deadline exceeded | no route to host | host is down | network is unreachable",
            "request canceled while waiting for connection | send request failed",
            "could not connect to the endpoint | could not resolve host | name or service not known",
            "server misbehaving | dial tcp | broken pipe | server closed connection | unexpected eof | use of closed network connection",
            "proxyconnect"),
    SERVER(
            Cause.FAILED_MIDWAY,
            Needs.HOST,
            "500 internal server error | 502 bad gateway | 503 service unavailable | 504 gateway time",
            "blob upload unknown | blob upload invalid | blob_upload_"),
    NO_HELPER(Cause.NO_HELPER, Needs.NOTHING, "docker-credential-ecr-login…executable file not found"),
    // These only say that something before them went wrong, so whatever says what goes first.
    LOGIN_BROKE(
            Cause.LOGIN_BROKE,
            Needs.HOST,
            "cannot perform an interactive login | error getting credentials | error saving credentials",
            "docker-credential- | not logged in | failed to fetch anonymous token | failed to fetch oauth token",
            "repository does not exist or may require authorization: authorization failed"),
    REFUSED_BY_ECR(
            Cause.NO_REASON,
            Needs.NOTHING,
            "operation error ecr:…accessdenied",
            "service: ecr…accessdenied",
            "service: amazonecr;…accessdenied",
            "unable to retrieve ecr registry auth…accessdenied"),
    REFUSED(
            Cause.NO_REASON,
            Needs.HOST,
            "403 forbidden | 403 (forbidden) | status code 403 | status code: 403 | statuscode: 403",
            "status: 403 | code 403 | api error (403) | accessdenied | access denied | denied:",
            "not authorized | insufficient_scope | permission denied | forbidden | http 403 | 403 response"),
    BAD_REQUEST(Cause.NOT_TAKEN, Needs.HOST, "400 bad request", "manifest invalid", "manifest_invalid"),
    BACK_OFF(Cause.TRIED_AGAIN, Needs.HOST, "back-off pulling image", "back-off restarting failed"),
    PUSH_BROKE(Cause.PUSH_BROKE, Needs.HOST, "retrying in… eof", "blobs/uploads…: eof"),
    CUT_OFF(
            Cause.CUT_OFF,
            Needs.HOST,
            "failed to pull | failed to push | cannotpull | failed to resolve ref | unable to pull",
            "error response from daemon");

    private final Cause cause;
    private final Needs needs;
    private final List<String> phrases;

    Symptom(Cause cause, Needs needs, String... phrases) {
        this.cause = cause;
        this.needs = needs;
        this.phrases = Arrays.stream(phrases)
                .flatMap(line -> Stream.of(line.split(" \\| ", -1)))
                .toList();
    }

    /** Returns the cause that the words of clients and services speak for. */
    static Optional<Cause> of(PlainText text) {
        return Arrays.stream(values())
                .filter(symptom -> text.hasAny(symptom.phrases) && symptom.needs.met(text))
                .findFirst()
                .map(symptom -> symptom.cause);
    }
}
