package io.clipforge.local.bench.longform;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model of random weights that goes on by whole windows: of the times it may write the first
 * only, and of the rest as many tokens as it is told.
 */
final class EndlessModel {
    private static final int TIMES = 1500;
    private static final String GENERATION = "generation_config.json";

    private EndlessModel() {}

    /**
     * @param model one of Whisper's
     * @param folder where it is put; the weights stay where they are
     * @param tokens of each window
     */
    static Path of(Path model, Path folder, int tokens) throws IOException {
        Files.createDirectory(folder);
        try (var files = Files.list(model)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(GENERATION)) {
                    Files.createSymbolicLink(
                            folder.resolve(file.getFileName()), file.toAbsolutePath());
                }
            }
        }
        var json = (ObjectNode) new JsonMapper().readTree(model.resolve(GENERATION).toFile());
        int first = json.path("no_timestamps_token_id").intValue() + 1;
        var suppressed = json.withArray("suppress_tokens");
        for (int time = 1; time <= TIMES; time++) {
            suppressed.add(first + time);
        }
        json.put("max_length", tokens + 1);
        Files.writeString(folder.resolve(GENERATION), json.toString());
        return folder;
    }
}
