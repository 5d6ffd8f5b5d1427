package vn.tthc.contracts;

/** The kinds of stream; the prefix starts every stream id, the topic carries every event of the kind. */
public enum StreamType {
    DOSSIER("dossier", Topics.DOSSIER),
    CASE("case", Topics.CASE),
    ITEM("item", Topics.POSTAL),
    MANIFEST("manifest", Topics.POSTAL),
    TILL("till", Topics.POSTAL),
    PROCEDURE("procedure", Topics.REFERENCE),
    AGENCY("agency", Topics.REFERENCE),
    CALENDAR("calendar", Topics.REFERENCE),
    DELEGATION("delegation", Topics.REFERENCE),
    CODES("codes", Topics.REFERENCE),
    OPERATION("operation", Topics.OPERATION),
    OFFICER("officer", Topics.OPERATION);

    private final String prefix;
    private final String topic;

    StreamType(String prefix, String topic) {
        this.prefix = prefix;
        this.topic = topic;
    }

    /** What stands before the first dash of a stream id. */
    public String prefix() {
        return prefix;
    }

    /** The topic of every event of this kind. */
    public String topic() {
        return topic;
    }
}
