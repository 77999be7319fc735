package io.clipforge.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The programs that work on files of a folder, and all that belong to their groups. */
final class ProcessGroups {
    private final String folder;
    private final Set<String> known = new HashSet<>();

    ProcessGroups(Path folder) {
        this.folder = folder.toString();
    }

    /** Also those whose group was seen before, whatever they do now. */
    List<String> alive() throws IOException {
        var processes = processes();
        processes.stream()
                .filter(it -> it.commandLine().contains(folder) || it.cwd().contains(folder))
                .forEach(it -> known.add(it.group()));
        return processes.stream()
                .filter(it -> known.contains(it.group()))
                .map(it -> it.group() + ": " + it.commandLine())
                .toList();
    }

    private record Seen(String group, String commandLine, String cwd) {}

    private static List<Seen> processes() throws IOException {
        try (var entries = Files.list(Path.of("/proc"))) {
            return entries.filter(it -> it.getFileName().toString().matches("\\d+"))
                    .flatMap(ProcessGroups::look)
                    .toList();
        }
    }

    private static Stream<Seen> look(Path process) {
        try {
            var stat = Files.readString(process.resolve("stat"));
            // after the name, which may hold anything: state, parent, group
            var facts = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 4);
            if (facts[0].equals("Z")) { // dead, but its parent has not looked yet
                return Stream.of();
            }
            return Stream.of(
                    new Seen(
                            facts[2],
                            Files.readString(process.resolve("cmdline")).replace('\0', ' '),
                            Files.readSymbolicLink(process.resolve("cwd")).toString()));
        } catch (IOException _) { // gone meanwhile
            return Stream.of();
        }
    }
}
