package dev.ecrbot.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The page's own files. */
final class PageFiles {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private PageFiles() {}

    static PageAnswer read(String path) throws IOException {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        if (!name.matches("[a-z-]+\\.(html|css|js|svg)")) {
            return PageAnswer.text(404, "nothing here");
        }
        try (InputStream file = PageFiles.class.getResourceAsStream("/sandbox/" + name)) {
            return file == null
                    ? PageAnswer.text(404, "nothing here")
                    : new PageAnswer(200, TYPES.get(name.substring(name.lastIndexOf('.') + 1)), file.readAllBytes());
        }
    }
}
