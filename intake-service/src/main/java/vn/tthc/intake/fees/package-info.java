/** Fees of a dossier (phí, lệ phí): paid with a receipt, or waived with a ground. */
@NullMarked
package vn.tthc.intake.fees;

import org.jspecify.annotations.NullMarked;
