package vn.tthc.forms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.platform.web.Messages;

/** Collects the fields of a form in the order they are printed. */
public final class Fields {
    private final List<Form.Field> fields = new ArrayList<>();

    /** A text. */
    public Fields add(String name, String vi, String en, @Nullable String value) {
        fields.add(new Form.Field(name, new Messages(vi, en), value, null));
        return this;
    }

    /** A moment, printed as officials write it. */
    public Fields at(String name, String vi, String en, @Nullable Instant moment) {
        fields.add(new Form.Field(
                name, new Messages(vi, en), moment == null ? null : VietnameseText.moment(moment), moment));
        return this;
    }

    /** All of them. */
    public List<Form.Field> list() {
        return List.copyOf(fields);
    }
}
