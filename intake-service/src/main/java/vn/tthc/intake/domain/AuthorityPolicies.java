package vn.tthc.intake.domain;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.decision.Refusal;
import vn.tthc.contracts.dossier.Authority;
import vn.tthc.law.clock.VietnamTime;

/**
 * Who acts for the owner by an authority (giấy ủy quyền) shows one that holds on the day of filing and on the day of
 * reception (Bộ luật Dân sự 2015 on the term of an authority; the article was not looked up, unsourced). Somebody who
 * acts for the owner by law, such as a parent, names none.
 */
final class AuthorityPolicies {
    private AuthorityPolicies() {}

    static @Nullable Refusal namesTheOwner(DossierState state, DossierCommand.Submit command) {
        return command.authority() != null && command.owner() == null
                ? new Refusal(DossierProblem.AUTHORITY_WITHOUT_OWNER, "owner", Map.of())
                : null;
    }

    static @Nullable Refusal holdsWhenFiled(DossierState state, DossierCommand.Submit command) {
        return holds("authority", command.authority(), VietnamTime.date(command.at()));
    }

    static @Nullable Refusal holdsWhenReceived(DossierState state, DossierCommand.Receive command) {
        return state.filing() == null ? null : holds(null, state.filing().authority(), VietnamTime.date(command.at()));
    }

    private static @Nullable Refusal holds(@Nullable String field, @Nullable Authority authority, LocalDate day) {
        if (authority == null) {
            return null;
        }
        if (authority.issuedOn().isAfter(day)) {
            return new Refusal(
                    DossierProblem.AUTHORITY_NOT_ISSUED_YET,
                    field,
                    Map.of("issuedOn", authority.issuedOn().toString(), "day", day.toString()));
        }
        return authority.validUntil().isBefore(day)
                ? new Refusal(
                        DossierProblem.AUTHORITY_EXPIRED,
                        field,
                        Map.of("validUntil", authority.validUntil().toString(), "day", day.toString()))
                : null;
    }
}
