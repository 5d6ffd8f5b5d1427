package vn.tthc.contracts;

import org.jspecify.annotations.Nullable;

/**
 * What a procedure says about the work on its dossiers beside the steps themselves. What is null is as usual.
 *
 * @param acknowledgeMinutes working minutes in which papers that were given must be taken or declined
 * @param nearingMinutes working minutes before the legal due date from which it is near
 * @param escalateMinutes working minutes after an alarm from which it goes to the next in line
 * @param apologyMinutes working minutes before the legal due date at which an apology is drafted
 * @param drafterMaySign whether who drafted a decision may sign it
 * @param lateOpinionsBlock whether an opinion that is late still holds up the step that asked for it
 */
public record WorkRules(
        @Nullable Integer acknowledgeMinutes,
        @Nullable Integer nearingMinutes,
        @Nullable Integer escalateMinutes,
        @Nullable Integer apologyMinutes,
        @Nullable Boolean drafterMaySign,
        @Nullable Boolean lateOpinionsBlock) {
    /** {@code apologyMinutes} where nothing is said: a working day before, and half of one to sign it. */
    public static final int USUAL_APOLOGY_MINUTES = 720;
}
