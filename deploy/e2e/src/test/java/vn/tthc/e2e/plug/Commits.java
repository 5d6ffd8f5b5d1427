package vn.tthc.e2e.plug;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The topics' events put together again to what each command did. */
final class Commits {
    private final List<Fact> facts;
    private final List<Commit> all = new ArrayList<>();
    private final Map<String, List<Commit>> byCommand = new HashMap<>();
    private final Map<String, List<Commit>> byExternalId = new HashMap<>();

    /**
     * What one command did to one stream.
     *
     * @param facts its events, by version
     */
    record Commit(List<Fact> facts) {
        Fact first() {
            return facts.getFirst();
        }

        String stream() {
            return first().stream();
        }

        long version() {
            return facts.getLast().version();
        }

        boolean has(String type) {
            return facts.stream().anyMatch(fact -> fact.type().endsWith("." + type));
        }

        @Override
        public String toString() {
            return stream() + "@" + first().version() + ".." + version() + " " + first().type() + " by "
                    + first().account();
        }
    }

    private Commits(List<Fact> facts) {
        this.facts = facts;
    }

    /** From everything on the topics, repeats included. */
    static Commits of(List<Fact> facts) {
        Commits commits = new Commits(List.copyOf(facts));
        Map<String, Fact> distinct = new LinkedHashMap<>();
        facts.forEach(fact -> distinct.putIfAbsent(fact.stream() + "@" + fact.version(), fact));
        Map<String, List<Fact>> grouped = new LinkedHashMap<>();
        distinct.values().stream()
                .sorted((a, b) -> Long.compare(a.version(), b.version()))
                .forEach(fact -> grouped.computeIfAbsent(
                                fact.stream() + " " + fact.commandId(), key -> new ArrayList<>())
                        .add(fact));
        grouped.values().forEach(group -> {
            // A command that was done twice has its events at two places: those are two commits.
            List<Fact> run = new ArrayList<>();
            for (Fact fact : group) {
                if (!run.isEmpty() && fact.version() != run.getLast().version() + 1) {
                    commits.add(new Commit(List.copyOf(run)));
                    run.clear();
                }
                run.add(fact);
            }
            commits.add(new Commit(List.copyOf(run)));
        });
        return commits;
    }

    private void add(Commit commit) {
        all.add(commit);
        byCommand
                .computeIfAbsent(commit.first().commandId(), key -> new ArrayList<>())
                .add(commit);
        String external = commit.first().externalId();
        if (external != null) {
            byExternalId.computeIfAbsent(external, key -> new ArrayList<>()).add(commit);
        }
    }

    List<Commit> all() {
        return all;
    }

    /** Everything on the topics, repeats included, each partition in its order. */
    List<Fact> facts() {
        return facts;
    }

    /** What became of an order in the log. */
    List<Commit> of(Order order) {
        return order.named()
                ? byExternalId.getOrDefault(order.externalId(), List.of())
                : byCommand.getOrDefault(commandId(order.account(), order.key()), List.of());
    }

    /** A command is known by who sent it and how they called it: that is its id for ever, in the log and on the topic. */
    private static String commandId(String account, String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of("key", account, key)) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
