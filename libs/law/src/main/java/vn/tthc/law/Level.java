package vn.tthc.law;

/**
 * Level of government at which an agency stands (cấp hành chính).
 *
 * <p>{@link #HUYEN} exists only until 30/06/2025: since 01/07/2025 local government has two levels (Nghị định
 * 118/2025/NĐ-CP, Điều 1), so huyện agencies live on in old dossiers and in look-ups.
 */
public enum Level {
    /** Commune, ward or special zone (xã, phường, đặc khu). */
    XA,
    /** District (huyện), historical. */
    HUYEN,
    /** Province (tỉnh). */
    TINH,
    /** Ministry or other central agency (trung ương). */
    TRUNG_UONG
}
