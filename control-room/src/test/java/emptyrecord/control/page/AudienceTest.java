package emptyrecord.control.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AudienceTest {

    private final Audience audience = new Audience();

    @AfterEach
    void stop() {
        audience.close();
    }

    /** A page that takes a frame whenever it may. */
    private static final class Page implements Audience.Line {
        final List<String> got = new CopyOnWriteArrayList<>();
        final Semaphore may;
        final CountDownLatch closed = new CountDownLatch(1);

        Page(int may) {
            this.may = new Semaphore(may);
        }

        @Override
        public void send(String frame) throws IOException {
            may.acquireUninterruptibly();
            got.add(frame);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void aSlowPageSkipsFramesAndHoldsNobodyUp() {
        Page quick = new Page(Integer.MAX_VALUE);
        Page slow = new Page(0);
        audience.add(quick);
        audience.add(slow);
        for (int i = 1; i <= 5; i++) {
            String frame = "frame " + i;
            audience.tell(frame);
            await().until(() -> quick.got.contains(frame) && slow.may.hasQueuedThreads());
        }
        slow.may.release(2);
        await().until(() -> slow.got.size() == 2);
        assertThat(slow.got.getLast()).isEqualTo("frame 5");
        assertThat(quick.got).hasSize(5);
        slow.may.release(100);
    }

    @Test
    void aPageThatIsGoneIsForgotten() {
        audience.add(new Audience.Line() {
            @Override
            public void send(String frame) throws IOException {
                throw new IOException("gone");
            }

            @Override
            public void close() {}
        });
        audience.tell("frame");
        await().until(() -> audience.size() == 0);
    }

    @Test
    void thereIsABoundAndItIsNamed() {
        for (int i = 0; i < Audience.MOST; i++) {
            audience.add(new Page(0));
        }
        assertThatThrownBy(() -> audience.add(new Page(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Audience.MOST + " pages are open already");
    }

    @Test
    void closingEndsEveryConnection() throws InterruptedException {
        Page page = new Page(0);
        audience.add(page);
        audience.close();
        page.closed.await();
        assertThat(audience.size()).isZero();
    }
}
