package vn.tthc.contracts.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked to be supplemented (Mẫu 02, Thông tư 03/2025/TT-VPCP).
 *
 * @param items what is missing or wrong, at least one
 * @param reason why it is asked
 * @param guidance how to complete it, when there is more to say
 */
public record SupplementRequest(
        List<Item> items, String reason, @Nullable String guidance) {
    public SupplementRequest {
        items = List.copyOf(items);
    }

    /**
     * One paper.
     *
     * @param component code of the component in the procedure, null when it is none of them
     * @param name what the paper is called
     * @param demand what is to be done with it
     */
    public record Item(@Nullable String component, String name, String demand) {}
}
