package vn.tthc.platform.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page ended: the order value and the id of its last document.
 *
 * @param order a String or Long
 * @param id the document
 */
public record PageCursor(Object order, String id) {

    /** As text that a client hands back unchanged. */
    public String written() {
        String kind = order instanceof Long ? "n" : "s";
        String text = kind + order.toString().length() + ":" + order + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads what {@link #written} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static PageCursor read(String written) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            int length = Integer.parseInt(text.substring(1, colon));
            String order = text.substring(colon + 1, colon + 1 + length);
            String id = text.substring(colon + 1 + length);
            return new PageCursor(text.charAt(0) == 'n' ? (Object) Long.valueOf(order) : order, id);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("not a page cursor: " + written, e);
        }
    }
}
