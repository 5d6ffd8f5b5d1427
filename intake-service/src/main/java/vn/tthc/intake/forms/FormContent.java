package vn.tthc.intake.forms;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.AgencyRef;
import vn.tthc.forms.Form;

/**
 * What is particular to one form.
 *
 * @param agency who issues it
 * @param number what stands after "Số", null when a person writes it in
 * @param issuedAt when the fact it tells of happened
 */
record FormContent(
        AgencyRef agency,
        @Nullable String number,
        Instant issuedAt,
        List<Form.Field> fields,
        Form.@Nullable Table table,
        List<String> notes,
        List<String> signatures) {}
