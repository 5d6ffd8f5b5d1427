package vn.tthc.contracts.dossier;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;

/**
 * The three places that are kept apart (Nghị định 118/2025/NĐ-CP, Điều 14): reception away from the competent agency.
 *
 * @param support where the citizen was helped (nơi hỗ trợ), when anywhere
 * @param receiving the one-stop that receives (nơi tiếp nhận)
 * @param competent the agency that decides (cơ quan có thẩm quyền giải quyết)
 */
public record Places(@Nullable AgencyRef support, AgencyRef receiving, AgencyRef competent) {}
