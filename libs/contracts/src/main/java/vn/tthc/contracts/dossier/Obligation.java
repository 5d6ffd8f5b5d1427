package vn.tthc.contracts.dossier;

import org.jspecify.annotations.Nullable;

/**
 * A financial obligation (nghĩa vụ tài chính).
 *
 * @param notice number of the notice, or what it says
 * @param amountVnd how much in đồng, null while it is not known
 */
public record Obligation(String notice, @Nullable Long amountVnd) {}
