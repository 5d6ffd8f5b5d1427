package vn.tthc.contracts;

/**
 * Names a stream; written {@code prefix-id}. The case of a dossier has the dossier's own id.
 *
 * @param type the kind of stream
 * @param id unique within its kind
 */
public record StreamId(StreamType type, String id) {

    public static StreamId dossier(String dossierId) {
        return new StreamId(StreamType.DOSSIER, dossierId);
    }

    public static StreamId caseOf(String dossierId) {
        return new StreamId(StreamType.CASE, dossierId);
    }

    public static StreamId item(String itemId) {
        return new StreamId(StreamType.ITEM, itemId);
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when no stream type has that prefix
     */
    public static StreamId parse(String written) {
        for (StreamType type : StreamType.values()) {
            if (written.startsWith(type.prefix() + "-")) {
                return new StreamId(type, written.substring(type.prefix().length() + 1));
            }
        }
        throw new IllegalArgumentException("not a stream id: " + written);
    }

    @Override
    public String toString() {
        return type.prefix() + "-" + id;
    }
}
