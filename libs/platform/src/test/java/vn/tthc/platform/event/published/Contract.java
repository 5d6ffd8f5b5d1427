package vn.tthc.platform.event.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import vn.tthc.platform.event.EventJson;
import vn.tthc.platform.event.published.Folder.Revision;

/** Compares what the code publishes with what the folder says, and brings the folder up to date where that is allowed. */
final class Contract {
    private final Folder folder;
    private final EventJson json = new EventJson();
    private final Map<Revision, Made> made = new TreeMap<>();

    /** What the code makes of a revision. */
    private record Made(JsonNode schema, JsonNode example) {}

    Contract(Folder folder, List<Message> messages) {
        this.folder = folder;
        EventSchemas schemas = new EventSchemas();
        for (Message message : messages) {
            JsonNode example = json.mapper().valueToTree(Examples.of(message.shape()));
            made.put(Revision.of(message), new Made(schemas.of(message), example));
        }
    }

    /** For tests that break the contract on purpose: the schemas are given instead of made. */
    Contract(Folder folder, Map<Revision, JsonNode> schemas) {
        this.folder = folder;
        schemas.forEach((revision, schema) -> made.put(
                revision,
                new Made(schema, folder.json(revision.example()).orElseGet(json.mapper()::createObjectNode))));
    }

    /** Each published promise that the code no longer keeps. */
    List<String> broken() {
        List<String> broken = new ArrayList<>();
        TreeSet<Revision> standing = folder.revisions();
        for (Revision revision : folder.published()) {
            Optional<JsonNode> promised = folder.json(revision.path());
            if (!standing.contains(revision) || promised.isEmpty()) {
                broken.add(revision + ": its schema is gone from the folder");
                continue;
            }
            if (folder.text(revision.example()).isEmpty()) {
                broken.add(revision + ": its example is gone from the folder");
            }
            Made current = made.get(revision);
            if (current != null) {
                Compatibility.breaks(promised.get(), current.schema()).stream()
                        .map(sentence -> revision + ": " + sentence)
                        .forEach(broken::add);
            } else if (!raised(revision)) {
                broken.add(revision + ": the code has deleted it; its events are in logs for ever");
            }
        }
        return broken;
    }

    /** A later revision of the same type is what the code writes now. */
    private boolean raised(Revision older) {
        return made.keySet().stream()
                .anyMatch(now -> now.topic().equals(older.topic())
                        && now.type().equals(older.type())
                        && now.revision() > older.revision());
    }

    /** What in the folder is not as the code has it. */
    List<String> stale() {
        List<String> stale = new ArrayList<>();
        TreeSet<Revision> published = folder.published();
        made.forEach((revision, now) -> {
            if (!folder.text(revision.path()).equals(Optional.of(Folder.pretty(now.schema())))) {
                stale.add(revision.path());
            }
            boolean fixed = published.contains(revision);
            if (!fixed && !folder.text(revision.example()).equals(Optional.of(Folder.pretty(now.example())))) {
                stale.add(revision.example());
            }
        });
        abandoned(published).forEach(revision -> stale.add(revision.path()));
        return stale;
    }

    /** Drafts the code no longer knows. */
    private List<Revision> abandoned(TreeSet<Revision> published) {
        return folder.revisions().stream()
                .filter(revision -> !published.contains(revision) && !made.containsKey(revision))
                .toList();
    }

    /**
     * Brings schemas and examples up to date. The example of a published revision stays: it shows what was once written.
     *
     * @throws IllegalStateException when a published revision would break; nothing is written then
     */
    void write() {
        List<String> broken = broken();
        if (!broken.isEmpty()) {
            throw new IllegalStateException("not written, raise the revision instead: " + String.join("; ", broken));
        }
        TreeSet<Revision> published = folder.published();
        made.forEach((revision, now) -> {
            folder.write(revision.path(), Folder.pretty(now.schema()));
            if (!published.contains(revision) || folder.text(revision.example()).isEmpty()) {
                folder.write(revision.example(), Folder.pretty(now.example()));
            }
        });
        abandoned(published).forEach(folder::remove);
        folder.write(AsyncApi.FILE, AsyncApi.write(folder));
    }

    /** Promises everything that stands in the folder. */
    void publish() {
        write();
        TreeSet<Revision> all = folder.published();
        all.addAll(made.keySet());
        folder.publish(all);
    }
}
