package vn.tthc.intake.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.tthc.contracts.Actor;
import vn.tthc.contracts.Origin;
import vn.tthc.contracts.Role;
import vn.tthc.contracts.dossier.ReturnWay;
import vn.tthc.intake.domain.A;
import vn.tthc.intake.domain.DossierCommand;
import vn.tthc.platform.command.Applied;
import vn.tthc.platform.command.CommandContext;
import vn.tthc.platform.command.Outcome;
import vn.tthc.platform.log.Provenance;

/** The real annotated aggregate, on Axon's fixture: commands reach the domain, events come back into the state. */
class DossierAggregateTest {
    private static final String STREAM = "dossier-1";

    private AggregateTestFixture<DossierAggregate> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(DossierAggregate.class);
        fixture.registerCommandTargetResolver(command -> new VersionedAggregateIdentifier(STREAM, null));
    }

    private static CommandMessage<DossierCommand> sent(DossierCommand command, Long expectedVersion) {
        CommandContext context = new CommandContext(
                "command-1",
                null,
                null,
                expectedVersion,
                new Provenance(
                        new Actor("officer-1", Set.of(Role.RECEPTION_OFFICER), null),
                        Origin.LIVE,
                        "correlation",
                        null,
                        null,
                        null));
        return new GenericCommandMessage<>(
                new GenericMessage<>(command, Map.of("tthc.stream", STREAM, "tthc.context", context)),
                DossierCommand.class.getName());
    }

    private static DossierCommand refusal() {
        return new DossierCommand.RefuseReception(A.RECEIVED, "Không thuộc thẩm quyền", "Điều 17");
    }

    @Test
    void aFirstCommandCreatesTheStream() {
        fixture.givenNoPriorActivity()
                .when(sent(A.submission(), null))
                .expectEvents(A.submitted(ReturnWay.COUNTER))
                .expectResultMessagePayload(new Applied(1, 0));
    }

    @Test
    void theStateOfTheNextCommandIsMadeOfTheEvents() {
        fixture.given(A.submitted(ReturnWay.COUNTER), A.received())
                .when(sent(refusal(), 2L))
                .expectNoEvents()
                .expectResultMessageMatching(new IsRefused("NOT_WAITING_FOR_RECEPTION"));
    }

    @Test
    void aCallerThatSawAnOlderVersionIsToldTheNewOne() {
        fixture.given(A.submitted(ReturnWay.COUNTER), A.received())
                .when(sent(refusal(), 1L))
                .expectNoEvents()
                .expectResultMessagePayload(new Outcome.Stale(2));
    }

    @Test
    void itsHandlerIsKnownByTheNameCommandsAreSentUnder() {
        assertThat(DossierCommand.class.getName()).isEqualTo("vn.tthc.intake.domain.DossierCommand");
    }

    private static final class IsRefused
            extends org.hamcrest.TypeSafeMatcher<org.axonframework.commandhandling.CommandResultMessage<?>> {
        private final String code;

        IsRefused(String code) {
            this.code = code;
        }

        @Override
        protected boolean matchesSafely(org.axonframework.commandhandling.CommandResultMessage<?> message) {
            return message.getPayload() instanceof Outcome.Refused refused
                    && refused.refusal().code().name().equals(code);
        }

        @Override
        public void describeTo(org.hamcrest.Description description) {
            description.appendText("refused with " + code);
        }
    }
}
