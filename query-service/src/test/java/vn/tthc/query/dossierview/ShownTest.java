package vn.tthc.query.dossierview;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.tthc.contracts.postal.PostalEvent.ScanKind.ACCEPTED;
import static vn.tthc.contracts.postal.PostalEvent.ScanKind.ATTEMPT_FAILED;
import static vn.tthc.contracts.postal.PostalEvent.ScanKind.RETURNED;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.tthc.law.Verdict;
import vn.tthc.platform.consume.ReceivedEvent;
import vn.tthc.query.Agencies;
import vn.tthc.query.Stories;
import vn.tthc.query.Story;

class ShownTest {
    private static final String ID = "0a1b2c3d-0000-3000-8000-000000000001";

    @Test
    void aFiledDossierWaitsAtItsOneStop() {
        Shown shown = shown(Story.of(ID).submitted());
        assertThat(shown.status()).isEqualTo(new Shown.Coded(1, "Mới đăng ký", "Newly registered"));
        assertHolder(shown, Agencies.XA.id());
        assertThat(shown.receivedAt()).isNull();
        assertThat(shown.next().vi()).isEqualTo("UBND xã Lạc Dương kiểm tra hồ sơ để tiếp nhận.");
        assertThat(shown.next().by()).isNull();
    }

    @Test
    void aRefusedDossierIsWithItsApplicantAndSaysWhy() {
        Shown shown = shown(Story.of(ID).submitted().receptionRefused());
        assertThat(shown.status().code()).isEqualTo(3);
        assertThat(shown.holder().kind()).isEqualTo(Shown.Holder.Kind.APPLICANT);
        assertThat(shown.refusal().reason()).isEqualTo("Thiếu giấy xác nhận");
    }

    @Test
    void whatCameByPostAndWasNeverFiledHasNoStatusAndSaysWhy() {
        Shown shown = shown(Stories.refusedFromThePost(ID));
        assertThat(shown.status()).isNull();
        assertThat(shown.filedAt()).isNull();
        assertThat(shown.refusal().reason()).isEqualTo("Không nhận qua bưu chính. / Not by post.");
        assertThat(shown.refusal().ground()).isEqualTo("CHANNEL_NOT_OFFERED");
        assertThat(shown.next().en()).startsWith("What came by post was not filed");
    }

    @Test
    void untilItIsTakenTheGiverHasIt() {
        Story story = Story.of(ID).submitted().received().handedOver();
        Shown given = shown(story);
        assertHolder(given, Agencies.XA.id());
        assertThat(given.inTransit().to()).isEqualTo(Agencies.TINH.id());
        assertThat(given.next().en())
                .isEqualTo(
                        "Department of Justice takes the dossier over. The result is due by 17:00 on 12 March 2026.");
        assertThat(given.next().vi())
                .isEqualTo("Sở Tư pháp nhận hồ sơ để giải quyết. Hẹn trả kết quả chậm nhất 17:00 ngày 12/03/2026.");
        assertThat(given.next().by()).isEqualTo(Story.DUE);

        Shown opened = shown(story.opened());
        assertHolder(opened, Agencies.XA.id());
        assertThat(opened.inTransit().to()).isEqualTo(Agencies.TINH.id());

        Shown taken = shown(story.accepted("tham-dinh", true).processingStarted());
        assertHolder(taken, Agencies.TINH.id());
        assertThat(taken.inTransit()).isNull();
        assertThat(taken.status().code()).isEqualTo(4);
        assertThat(taken.step().vi()).isEqualTo("Thẩm định");
        assertThat(taken.next().vi()).startsWith("Sở Tư pháp thực hiện bước “Thẩm định”. Hẹn trả");
    }

    @Test
    void aRefusedHandOverLeavesItAtTheOneStop() {
        Shown shown = shown(Story.of(ID).submitted().received().handedOver().handOverRefused());
        assertHolder(shown, Agencies.XA.id());
        assertThat(shown.inTransit()).isNull();
    }

    @Test
    void withinAnAgencyNothingIsInTransit() {
        Story story = Story.of(ID)
                .submitted()
                .received()
                .handedOver()
                .opened()
                .accepted("tham-dinh", true)
                .processingStarted()
                .completed("tham-dinh");
        assertThat(shown(story).next().en()).startsWith("Department of Justice passes the dossier on to the next step");
        story.forwarded("tham-dinh", "trinh");
        assertThat(shown(story).inTransit()).isNull();
        assertThat(shown(story).next().en()).startsWith("Department of Justice does the step “Submission”");
        assertThat(shown(story).step().code()).isEqualTo("trinh");

        Shown onward = shown(story.forwarded("trinh", "ky"));
        assertHolder(onward, Agencies.TINH.id());
        assertThat(onward.inTransit().to()).isEqualTo(Agencies.TRUNG_UONG.id());
    }

    @Test
    void theResultGoesHomeByPostAndIsWithTheApplicantOnlyOnProof() {
        Story story = Story.of(ID)
                .submitted()
                .received()
                .handedOver()
                .opened()
                .accepted("tham-dinh", true)
                .processingStarted()
                .finished();
        Shown finished = shown(story);
        assertThat(finished.status().code())
                .as("the dossier alone decides its status")
                .isEqualTo(4);
        assertHolder(finished, Agencies.TINH.id());
        assertThat(finished.inTransit().to()).isEqualTo(Agencies.XA.id());

        Shown ended = shown(story.ended());
        assertThat(ended.status().code()).isEqualTo(9);
        assertThat(ended.verdict()).isEqualTo(Verdict.ON_TIME);
        assertThat(ended.next().vi()).contains("nhận kết quả từ cơ quan giải quyết");

        assertHolder(shown(story.resultAccepted()), Agencies.XA.id());
        Shown waiting = shown(story.posted());
        assertHolder(waiting, Agencies.XA.id());
        assertThat(waiting.inTransit().en()).isEqualTo("The post");
        assertThat(waiting.items().getFirst().state()).isNull();

        assertThat(shown(story.scanned(ACCEPTED)).holder().kind()).isEqualTo(Shown.Holder.Kind.POST);
        Shown failed = shown(story.scanned(ATTEMPT_FAILED));
        assertThat(failed.items().getFirst().reasonName().vi()).contains("không tìm thấy người nhận");
        assertThat(failed.holder().kind()).isEqualTo(Shown.Holder.Kind.POST);

        Shown delivered = shown(story.delivered());
        assertThat(delivered.holder().kind()).isEqualTo(Shown.Holder.Kind.APPLICANT);
        assertThat(delivered.status().code())
                .as("not before the dossier says so")
                .isEqualTo(9);
        assertThat(shown(story.lateScan().strayScan())
                        .items()
                        .getFirst()
                        .state()
                        .name())
                .isEqualTo("DELIVERED");
        Shown returned = shown(story.itemDelivered().returned());
        assertThat(returned.status().code()).isEqualTo(10);
        assertThat(returned.anomalies()).extracting(Shown.Anomaly::kind).containsExactly("SCAN_AFTER_DELIVERY");
    }

    @Test
    void anItemThatCameBackIsAtTheOneStop() {
        Story story = Story.of(ID)
                .submitted()
                .received()
                .ended()
                .resultAccepted()
                .posted()
                .scanned(ACCEPTED)
                .scanned(RETURNED);
        assertHolder(shown(story), Agencies.XA.id());
    }

    @Test
    void anOldDossierIsWhereItsLatestRecordedStepWas() {
        Story story = Story.of(ID)
                .imported()
                .recorded("later", Story.START.plusSeconds(600))
                .recorded("earlier", Story.START.minusSeconds(600));
        Shown shown = shown(story);
        assertThat(shown.source()).isEqualTo("coselog");
        assertThat(shown.status().code()).isEqualTo(2);
        assertThat(shown.filedAt()).isNull();
        assertThat(shown.holder().vi()).isEqualTo("Group 1");
        assertThat(shown.holder().since()).isEqualTo(Story.START.plusSeconds(600));
        assertThat(shown.recordedSteps()).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitTogetherIsNamed() {
        assertThat(shown(Stories.old(ID)).anomalies())
                .extracting(Shown.Anomaly::kind)
                .containsExactly("ENDED_BEFORE_RECEPTION", "DEADLINE_BEFORE_RECEPTION", "STEP_AFTER_END");
    }

    @Test
    void whileSupplementsAreWaitedForNoDateIsToldAndAfterThatTheNewOne() {
        Story story = Story.of(ID).submitted().received().handedOver().supplementRequested();
        Shown waiting = shown(story);
        assertThat(waiting.status().code()).isEqualTo(5);
        assertThat(waiting.dueAt()).as("it will move").isNull();
        assertThat(waiting.waits().getFirst().ground().vi()).contains("Mẫu 02");
        assertThat(waiting.supplement().items().getFirst().demand()).isEqualTo("nộp bản sao");
        assertThat(waiting.next().en()).isEqualTo("Supplement the dossier as requested.");

        Shown taken = shown(story.processingStarted());
        assertThat(taken.status().code())
                .as("work has begun, but the applicant is still asked")
                .isEqualTo(5);

        Shown complete = shown(story.supplementReceived());
        assertThat(complete.status().code()).isEqualTo(4);
        assertThat(complete.dueAt()).isEqualTo(Story.DUE.plus(Duration.ofDays(4)));
        assertThat(complete.supplement()).isNull();
        assertThat(complete.supplementRequests()).isEqualTo(1);
    }

    @Test
    void anObligationIsStatusSixAndAnotherPauseLeavesTheStatusAndSaysSinceWhen() {
        Story story = Story.of(ID).submitted().received().obligationRequested();
        assertThat(shown(story).status().code()).isEqualTo(6);
        assertThat(shown(story.obligationMet()).status().code()).isEqualTo(2);
        Shown paused = shown(story.paused());
        assertThat(paused.status().code()).isEqualTo(2);
        assertThat(paused.next().vi()).contains("Thời hạn tạm dừng từ").contains("Niêm yết công khai");
        assertThat(paused.next().by()).isNull();
        assertThat(shown(story.resumed()).next().by()).isNotNull();
    }

    @Test
    void aDateThatWasPromisedAnewIsTheOneToWaitForThoughTheMeasuredOneStays() {
        Shown extended = shown(Story.of(ID).submitted().received().extended());
        assertThat(extended.dueAt()).isEqualTo(Story.DUE);
        assertThat(extended.promisedAt()).isAfter(Story.DUE);
        assertThat(extended.next().by()).isEqualTo(extended.promisedAt());
    }

    @Test
    void aWithdrawalIsSevenUntilItIsDecided() {
        Story asked = Story.of(ID).submitted().received().handedOver().withdrawalRequested();
        assertThat(shown(asked).status().code()).isEqualTo(7);
        assertThat(shown(asked.withdrawalRefused()).status().code()).isEqualTo(2);
        Shown stopped = shown(asked.withdrawalRequested().stopped());
        assertThat(stopped.status().code()).isEqualTo(8);
        assertThat(stopped.endedAt()).isNotNull();
        assertThat(stopped.verdict()).isEqualTo(Verdict.ON_TIME);
    }

    @Test
    void nothingReadableOfAPersonIsShown() {
        String json = ViewJson.write(shown(Stories.whole(ID)));
        assertThat(json).doesNotContain("c2VhbGVk").doesNotContain("\"p1\"");
    }

    private static void assertHolder(Shown shown, String agency) {
        assertThat(shown.holder().kind()).isEqualTo(Shown.Holder.Kind.AGENCY);
        assertThat(shown.holder().agency()).isEqualTo(agency);
    }

    private static Shown shown(Story story) {
        DossierView view = DossierView.empty(ID);
        for (ReceivedEvent event : story.all()) {
            view = view.apply(event);
        }
        return view.shown();
    }
}
