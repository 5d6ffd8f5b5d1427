/** Receiving a dossier (tiếp nhận): its code and its due date. */
@NullMarked
package vn.tthc.intake.reception;

import org.jspecify.annotations.NullMarked;
