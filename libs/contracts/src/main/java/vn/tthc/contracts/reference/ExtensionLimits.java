package vn.tthc.contracts.reference;

import org.jspecify.annotations.Nullable;
import vn.tthc.law.Term;

/**
 * How often, until when and how far a date may be promised anew (Mẫu 04). The limits under Nghị định 118/2025/NĐ-CP were
 * not found, so they are data of the procedure's version, and a dossier keeps those it was received under. What is null is
 * as usual.
 *
 * @param most how many extensions a dossier may have; 0 for none
 * @param noticeHours how many hours before the date promised the apology must be signed
 * @param longest how far after the measured due date the new one may lie, counted as a term of its own
 */
public record ExtensionLimits(
        @Nullable Integer most,
        @Nullable Integer noticeHours,
        @Nullable Term longest) {}
