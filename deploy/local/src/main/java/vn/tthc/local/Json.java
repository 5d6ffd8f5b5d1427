package vn.tthc.local;

import tools.jackson.databind.json.JsonMapper;

/** Reading and writing JSON. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** The mapper everything here shares. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** A value as one line of JSON. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
