package vn.tthc.intake.forms;

import org.jspecify.annotations.Nullable;
import vn.tthc.contracts.reference.Procedure;
import vn.tthc.forms.Fields;

/** What stands on a receipt and no event tells: a dotted line for a pen, and in the data a field without a value. */
final class WrittenIn {
    private static final String LAND = "Đất đai";

    private WrittenIn() {}

    /** The parcel of a dossier about land; a filing does not ask for it. */
    static void land(Fields fields, @Nullable Procedure procedure) {
        if (procedure != null && procedure.field().equals(LAND)) {
            fields.add("land.sheet", "Tờ bản đồ số", "Map sheet", null);
            fields.add("land.parcel", "Thửa đất số", "Parcel", null);
            fields.add("land.address", "Địa chỉ thửa đất", "Address of the parcel", null);
        }
    }

    /** Volume and entry of the register that is kept on paper beside this one. */
    static void register(Fields fields) {
        fields.add("register.volume", "Vào sổ theo dõi hồ sơ, quyển số", "Entered in the register, volume", null);
        fields.add("register.entry", "Số thứ tự", "Entry", null);
    }
}
