package dev.ecrbot.denial;

import java.util.List;
import java.util.Optional;

/**
 * What a client writes around AWS's sentence.
 *
 * @param name what writes so
 * @param text with {image} for the image's name, {host} for the registry's and {denied} for the sentence
 * @param does what it shows that somebody did
 */
record Wrapper(String name, String text, Does does) {
    /** What a client was about when it was refused. */
    enum Does {
        PULL,
        PUSH,
        ANY
    }

    static final List<Wrapper> ALL = List.of(
            new Wrapper("cloudtrail", "{denied}", Does.ANY),
            new Wrapper(
                    "docker pull",
                    "Error response from daemon: pull access denied for {image}, repository does not exist or may require"
                            + " 'docker login': denied: {denied}",
                    Does.PULL),
            new Wrapper("docker", "denied: {denied}", Does.ANY),
            new Wrapper("docker 29", "error from registry: {denied}", Does.ANY),
            new Wrapper(
                    "docker push",
                    "The push refers to repository [{image}]\n6403477052d0: Preparing\n1c2d3e4f5a6b: Waiting\ndenied: {denied}",
                    Does.PUSH),
            new Wrapper(
                    "kubelet",
                    "Failed to pull image \"{image}:1.4\": rpc error: code = Unknown desc = failed to pull and unpack image"
                            + " \"{image}:1.4\": failed to resolve reference \"{image}:1.4\": pull access denied, repository does"
                            + " not exist or may require authorization: server message: {denied}",
                    Does.PULL),
            new Wrapper(
                    "ecs",
                    "CannotPullContainerError: pull image manifest has been retried 1 time(s): {denied}",
                    Does.PULL),
            new Wrapper(
                    "aws cli",
                    "\nAn error occurred (AccessDeniedException) when calling the {call} operation: {denied}\n",
                    Does.ANY),
            new Wrapper(
                    "go sdk",
                    "operation error ECR: {call}, https response error StatusCode: 400, RequestID:"
                            + " 0a1b2c3d-0000-4000-8000-000000000000, api error AccessDeniedException: {denied}",
                    Does.ANY),
            new Wrapper(
                    "terraform",
                    "\u2577\n\u2502 Error: reading ECR Images: {denied}\n\u2502 \n\u2502   with data.aws_ecr_image.this,\n\u2502"
                            + "   on main.tf line 3, in data \"aws_ecr_image\" \"this\":\n\u2575",
                    Does.ANY),
            new Wrapper("compose", " api Error {denied}\nError response from daemon: {denied}", Does.ANY),
            new Wrapper("java sdk", "{denied} (Service: Ecr, Status Code: 400, Request ID: 0a1b2c3d)", Does.ANY),
            new Wrapper(
                    "codebuild",
                    "BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE: Unable to pull customer's container image."
                            + " CannotPullContainerError: Error response from daemon: pull access denied for {image}: denied: {denied}",
                    Does.PULL),
            new Wrapper(
                    "buildx",
                    "#12 ERROR: failed to push {image}:latest: denied: {denied}\n------\n > exporting to image:\n------",
                    Does.PUSH),
            new Wrapper(
                    "github actions",
                    "##[error]denied: {denied}\nError: Process completed with exit code 1.",
                    Does.ANY),
            new Wrapper(
                    "jenkins",
                    "12:03:11  + docker pull {image}:7\n12:03:12  denied: {denied}\n12:03:12  script returned exit code 1",
                    Does.PULL),
            new Wrapper(
                    "event",
                    "{\"errorCode\":\"AccessDenied\",\"errorMessage\":\"{denied}\",\"requestID\":\"0a1b\",\"eventName\":\"{call}\"}",
                    Does.ANY));

    /** Returns the actions that the client can have tried. */
    List<Attempt> attempts() {
        return Attempt.ALL.stream()
                .filter(attempt -> switch (does) {
                    case PULL -> attempt.access().equals(Optional.of("pull"));
                    case PUSH -> attempt.push();
                    case ANY -> true;
                })
                .toList();
    }

    String of(String image, String host, String call, String denied) {
        return text.replace("{image}", image)
                .replace("{host}", host)
                .replace("{call}", call)
                .replace("{denied}", denied);
    }
}
