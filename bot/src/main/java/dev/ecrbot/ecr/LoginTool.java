package dev.ecrbot.ecr;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people log in to a registry with. */
public enum LoginTool {
    DOCKER("docker", "bash", "zsh", "sh", "shell"),
    POWERSHELL("powershell", "pwsh", "windows"),
    HELPER("helper", "credential-helper", "ecr-login"),
    PODMAN("podman", "skopeo", "buildah"),
    BUILDX("buildx", "buildkit"),
    HELM("helm", "oras"),
    NERDCTL("nerdctl", "containerd"),
    KUBERNETES("kubernetes", "k8s", "eks", "kubelet", "kubectl"),
    ECS("ecs", "fargate"),
    GITHUB("github", "github-actions", "actions"),
    CODEBUILD("codebuild");

    private final String word;
    private final List<String> alike;

    LoginTool(String word, String... alike) {
        this.word = word;
        this.alike = List.of(alike);
    }

    /** Returns the word that people type for it. */
    public String word() {
        return word;
    }

    /** Returns the words for all of them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(LoginTool::word).toList();
    }

    /** Returns all the words that people may type for one. */
    public static List<String> typed() {
        return Arrays.stream(values())
                .flatMap(tool -> Stream.concat(Stream.of(tool.word), tool.alike.stream()))
                .toList();
    }

    /** Returns the tool that people mean by this word, in any case. */
    public static Optional<LoginTool> byWord(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(tool -> tool.word.equals(lower) || tool.alike.contains(lower))
                .findFirst();
    }
}
