package vn.tthc.law.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S10Test {
    private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

    @ParameterizedTest
    @CsvSource({"12345678,5", "47312482,9", "8,0", "0,5"})
    void computesTheKnownCheckDigits(int serial, int check) {
        assertThat(S10.checkDigit(serial)).isEqualTo(check);
    }

    @Test
    void knowsValidIdentifiers() {
        assertThat(S10.valid("RR123456785TR")).isTrue();
        assertThat(S10.valid("RR473124829GB")).isTrue();
        assertThat(S10.of("RR", 47_312_482, "VN")).isEqualTo("RR473124829VN");
        assertThat(S10.of("EE", 8, "VN")).isEqualTo("EE000000080VN");
        assertThat(S10.of("AZ", 99_999_999, "ZA")).isEqualTo("AZ999999995ZA");
        assertThat(S10.valid("AZ999999995ZA")).isTrue();
        assertThat(S10.valid("ZA000000005AZ")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "RR47312482GB,LENGTH",
        "'',LENGTH",
        "R1473124829GB,SERVICE_INDICATOR",
        "rr473124829GB,SERVICE_INDICATOR",
        "RR47312A829GB,SERIAL",
        "RR4731248\u0662\u0669GB,SERIAL",
        "RR473124829G1,COUNTRY",
        "RR473124828GB,CHECK_DIGIT"
    })
    void tellsWhyATextIsNotOne(String text, S10Problem reason) {
        assertThat(S10.reason(text)).contains(reason);
        assertThat(S10.valid(text)).isFalse();
        assertThat(reason.vietnamese()).isNotBlank();
        assertThat(reason.english()).isNotBlank();
    }

    @Test
    void refusesPartsThatAreNotS10() {
        assertThatIllegalArgumentException().isThrownBy(() -> S10.of("R", 1, "VN"));
        assertThatIllegalArgumentException().isThrownBy(() -> S10.of("RR", 1, "vn"));
        assertThatIllegalArgumentException().isThrownBy(() -> S10.of("RR", -1, "VN"));
        assertThatIllegalArgumentException().isThrownBy(() -> S10.of("RR", 100_000_000, "VN"));
    }

    @Property
    void whatIsMadeIsValid(@ForAll @IntRange(max = 99_999_999) int serial) {
        assertThat(S10.valid(S10.of("RR", serial, "VN"))).isTrue();
    }

    /** Remainders 0 and 6 are both written 5: the only errors in one digit the scheme cannot see. */
    @Property
    void everyWrongDigitTheSchemeCanSeeIsSeen(@ForAll @IntRange(max = 99_999_999) int serial) {
        String good = S10.of("RR", serial, "VN");
        for (int place = 2; place <= 10; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != good.charAt(place)) {
                    StringBuilder wrong = new StringBuilder(good);
                    wrong.setCharAt(place, digit);
                    boolean blind = place < 10 && blindSpot(remainder(good), remainder(wrong.toString()));
                    assertThat(S10.valid(wrong.toString())).as(wrong.toString()).isEqualTo(blind);
                }
            }
        }
    }

    @Property
    void everySwapOfNeighboursTheSchemeCanSeeIsSeen(@ForAll @IntRange(max = 99_999_999) int serial) {
        String good = S10.of("RR", serial, "VN");
        for (int place = 2; place < 9; place++) {
            if (good.charAt(place) != good.charAt(place + 1)) {
                String wrong = swapped(good, place);
                // Neighbouring weights differ by no multiple of 11, so the remainder always changes.
                assertThat(remainder(wrong)).isNotEqualTo(remainder(good));
                assertThat(S10.valid(wrong)).as(wrong).isEqualTo(blindSpot(remainder(good), remainder(wrong)));
            }
        }
    }

    @Test
    void theBlindSpotIsRare() {
        int missed = 0;
        int errors = 0;
        for (int serial = 0; serial < 100_000_000; serial += 9_973) {
            String good = S10.of("RR", serial, "VN");
            for (int place = 2; place < 10; place++) {
                StringBuilder wrong = new StringBuilder(good);
                wrong.setCharAt(place, (char) ('0' + (good.charAt(place) - '0' + 1) % 10));
                errors++;
                missed += S10.valid(wrong.toString()) ? 1 : 0;
            }
        }
        assertThat((double) missed / errors).isLessThan(0.03);
    }

    private static boolean blindSpot(int a, int b) {
        return a == 0 && b == 6 || a == 6 && b == 0;
    }

    private static int remainder(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (text.charAt(i + 2) - '0') * WEIGHTS[i];
        }
        return sum % 11;
    }

    private static String swapped(String text, int place) {
        StringBuilder swapped = new StringBuilder(text);
        swapped.setCharAt(place, text.charAt(place + 1));
        swapped.setCharAt(place + 1, text.charAt(place));
        return swapped.toString();
    }
}
