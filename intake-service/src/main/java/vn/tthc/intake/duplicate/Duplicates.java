package vn.tthc.intake.duplicate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Role;
import vn.tthc.intake.access.IntakePermission;
import vn.tthc.intake.domain.DossierState;
import vn.tthc.intake.domain.DossierState.Filing;
import vn.tthc.intake.dossier.Dossiers;
import vn.tthc.intake.dossier.Found;
import vn.tthc.intake.person.PersonRegister;
import vn.tthc.platform.access.AccessPolicy;

/**
 * Finds other open dossiers of the same procedure of whoever's matter a dossier is. The same identity number is the same
 * person, by its keyed hash; without a number nobody is known again. Who files for others by an authority is not meant.
 */
@Component
public class Duplicates {
    /** Of a person with more dossiers than these only the newest are looked at. */
    private static final int LOOKED_AT = 10;

    private final PersonRegister register;
    private final Dossiers dossiers;
    private final AccessPolicy access;

    Duplicates(PersonRegister register, Dossiers dossiers, AccessPolicy access) {
        this.register = register;
        this.dossiers = dossiers;
        this.access = access;
    }

    /**
     * A warning for each, as this actor may see it; of an imported dossier nobody is known. That there is one which they
     * may not see is told to officials, and to citizens in their own matter alone: else whoever knows somebody's number
     * could ask what that person has applied for.
     *
     * @param identityNumber the number the actor's token vouches for, null when it vouches for none
     */
    public List<DuplicateWarning> of(Found dossier, Actor actor, @Nullable String identityNumber) {
        Filing filing = dossier.state().filing();
        if (filing == null) {
            return List.of();
        }
        boolean unnamedToo = !actor.roles().equals(Set.of(Role.CITIZEN)) || isOwn(filing, identityNumber);
        return register.newest(filing.subject().person(), LOOKED_AT).stream()
                .filter(id -> !id.equals(dossier.stream().id()))
                .map(dossiers::look)
                .flatMap(Optional::stream)
                .filter(other -> alike(filing, other.state()))
                .map(other -> warning(other, actor))
                .filter(warning -> unnamedToo || warning.dossierId() != null)
                .toList();
    }

    private boolean isOwn(Filing filing, @Nullable String identityNumber) {
        return identityNumber != null
                && register.person(identityNumber)
                        .filter(filing.subject().person()::equals)
                        .isPresent();
    }

    private static boolean alike(Filing filing, DossierState other) {
        return other.filing() != null
                && other.standing() != null
                && !other.standing().over()
                && other.filing().subject().person().equals(filing.subject().person())
                && code(other.filing()).equals(code(filing));
    }

    /** Of whatever version. */
    private static String code(Filing filing) {
        return filing.procedure().substring(0, filing.procedure().indexOf('@'));
    }

    private DuplicateWarning warning(Found other, Actor actor) {
        String owner = dossiers.first(other).actor().id();
        if (!access.allows(actor, IntakePermission.VIEW_DOSSIER, other.viewedAs(owner))) {
            return DuplicateWarning.unnamed();
        }
        DossierState.Reception reception = other.state().reception();
        return DuplicateWarning.of(other.stream().id(), reception == null ? null : reception.code());
    }
}
