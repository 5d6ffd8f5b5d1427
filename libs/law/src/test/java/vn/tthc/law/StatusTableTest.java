package vn.tthc.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatusTableTest {
    @Test
    void theWholeTable() {
        assertThat(next(1)).isEqualTo(codes(2, 3, 5, 7));
        assertThat(next(2)).isEqualTo(codes(4, 5, 6, 7, 8, 9));
        assertThat(next(3)).isEmpty();
        assertThat(next(4)).isEqualTo(codes(5, 6, 7, 8, 9));
        assertThat(next(5)).isEqualTo(codes(1, 2, 4, 6, 7, 8));
        assertThat(next(6)).isEqualTo(codes(2, 4, 5, 7, 8));
        assertThat(next(7)).isEqualTo(codes(1, 2, 4, 5, 6, 8));
        assertThat(next(8)).isEmpty();
        assertThat(next(9)).isEqualTo(codes(10));
        assertThat(next(10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void holdsTheInvariantsOfTheLaw(OfficialStatus from) {
        Set<OfficialStatus> next = StatusTable.next(from);
        assertThat(next).doesNotContain(from);
        assertThat(next.contains(OfficialStatus.RETURNED)).isEqualTo(from == OfficialStatus.PROCESSED);
        assertThat(next.contains(OfficialStatus.NOT_RECEIVED)).isEqualTo(from == OfficialStatus.REGISTERED);
    }

    @Test
    void aWithdrawalNeverFollowsTheEndOfProcessing() {
        Set<OfficialStatus> reached = EnumSet.of(OfficialStatus.PROCESSED);
        for (OfficialStatus status : OfficialStatus.values()) {
            if (reached.contains(status)) {
                reached.addAll(StatusTable.next(status));
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(OfficialStatus.PROCESSED, OfficialStatus.RETURNED);
        assertThat(StatusTable.mayFollow(OfficialStatus.PROCESSED, OfficialStatus.STOPPED))
                .isFalse();
        assertThat(StatusTable.mayFollow(OfficialStatus.PROCESSED, OfficialStatus.RETURNED))
                .isTrue();
    }

    @Test
    void codesGoThereAndBack() {
        for (OfficialStatus status : OfficialStatus.values()) {
            assertThat(OfficialStatus.ofCode(status.code())).isSameAs(status);
            assertThat(status.vietnamese()).isNotBlank();
            assertThat(status.english()).isNotBlank();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> OfficialStatus.ofCode(0));
        assertThatIllegalArgumentException().isThrownBy(() -> OfficialStatus.ofCode(11));
        assertThatIllegalArgumentException().isThrownBy(() -> new Term(0, TermUnit.DAY));
        assertThat(Channel.POST.nationalCode()).isEqualTo(3);
    }

    private static Set<OfficialStatus> next(int code) {
        return StatusTable.next(OfficialStatus.ofCode(code));
    }

    private static Set<OfficialStatus> codes(Integer... codes) {
        return Stream.of(codes).map(OfficialStatus::ofCode).collect(Collectors.toSet());
    }
}
