package vn.tthc.contracts.dossier;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.Sealed;

/**
 * Where the result is to go.
 *
 * @param way counter, post or electronic
 * @param unit unit of the destination ({@code code@validFrom}), for the post
 * @param address sealed street address, for the post
 */
public record ReturnWish(
        ReturnWay way, @Nullable String unit, @Nullable Sealed address) {}
