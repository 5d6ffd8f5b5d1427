package vn.tthc.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command line: words, switches, and options with a value.
 *
 * @param words what is not an option, the command first
 * @param switches options that stand alone
 * @param options options with their value
 */
record Arguments(List<String> words, Set<String> switches, Map<String, String> options) {
    private static final Set<String> SWITCHES = Set.of("--json", "--yes", "-f", "--with-simulators");
    private static final Set<String> OPTIONS = Set.of("-n", "--source", "--procedure", "--moment", "--reason");

    /**
     * Reads a command line.
     *
     * @throws Failure for an option nobody knows, or one without its value
     */
    static Arguments parse(String[] args) {
        List<String> words = new ArrayList<>();
        Set<String> switches = new HashSet<>();
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            int equals = arg.indexOf('=');
            if (SWITCHES.contains(arg)) {
                switches.add(arg);
            } else if (OPTIONS.contains(arg)) {
                if (++i == args.length) {
                    throw new Failure(Failure.USAGE, "the option " + arg + " needs a value.");
                }
                options.put(arg, args[i]);
            } else if (arg.startsWith("--") && equals > 0 && OPTIONS.contains(arg.substring(0, equals))) {
                options.put(arg.substring(0, equals), arg.substring(equals + 1));
            } else if (arg.startsWith("-") && arg.length() > 1) {
                throw new Failure(Failure.USAGE, "there is no option " + arg + "; ./tthc help names them all.");
            } else {
                words.add(arg);
            }
        }
        return new Arguments(List.copyOf(words), Set.copyOf(switches), Map.copyOf(options));
    }

    boolean json() {
        return switches.contains("--json");
    }

    boolean has(String name) {
        return switches.contains(name);
    }

    @Nullable
    String option(String name) {
        return options.get(name);
    }

    String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /**
     * The command's only word.
     *
     * @throws Failure when it is missing
     */
    String word(String what) {
        if (words.size() != 2) {
            throw new Failure(Failure.USAGE, words.get(0) + " needs one " + what + "; see ./tthc help.");
        }
        return words.get(1);
    }

    /** Refuses words the command has no use for. */
    void noWords() {
        if (words.size() > 1) {
            throw new Failure(Failure.USAGE, words.get(0) + " has no use for '" + words.get(1) + "'; see ./tthc help.");
        }
    }
}
