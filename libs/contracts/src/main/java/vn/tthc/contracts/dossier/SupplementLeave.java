package vn.tthc.contracts.dossier;

import vn.tthc.contracts.Role;

/**
 * Leave for a second or later request for supplements, which Chỉ thị 10/CT-TTg (2019) forbids in general.
 *
 * @param role the office of who gave it
 * @param reason why
 */
public record SupplementLeave(Role role, String reason) {}
