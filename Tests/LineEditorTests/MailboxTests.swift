import Glibc
import Testing

@testable import LineEditor

@Suite struct MailboxTests {
  private func isRinging(_ mailbox: Mailbox) -> Bool {
    var descriptor = pollfd(fd: mailbox.bellReader, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) == 1
  }

  /// The texts to print that are waiting, in order.
  private func texts(in mailbox: Mailbox) -> [String] {
    var texts: [String] = []
    while case .print(let text)? = mailbox.next() { texts.append(text) }
    return texts
  }

  @Test func `messages keep their order, and ring`() {
    let mailbox = Mailbox()
    #expect(!isRinging(mailbox))
    mailbox.post(.print("one"))
    mailbox.post(.print("two"))
    #expect(isRinging(mailbox))
    #expect(mailbox.takeSignals() == [])
    #expect(!isRinging(mailbox))
    #expect(texts(in: mailbox) == ["one", "two"])
    _ = mailbox.close()
  }

  @Test func `a message that is put back comes first again`() {
    let mailbox = Mailbox()
    mailbox.post(.print("two"))
    mailbox.putBack(.print("one"))
    #expect(texts(in: mailbox) == ["one", "two"])
    _ = mailbox.close()
  }

  @Test func `signals ring with their numbers`() {
    let mailbox = Mailbox()
    for signal in [UInt8(SIGINT), 0, UInt8(SIGWINCH)] {
      var byte = signal
      #expect(write(mailbox.bellWriter, &byte, 1) == 1)
    }
    #expect(mailbox.takeSignals() == [SIGINT, SIGWINCH])
    _ = mailbox.close()
  }

  @Test func `a read can be given up before it begins`() {
    let mailbox = Mailbox()
    let (first, second) = (mailbox.makeReadID(), mailbox.makeReadID())
    mailbox.cancelRead(second)
    #expect(!mailbox.isCancelled(first))
    #expect(mailbox.isCancelled(second))
    #expect(isRinging(mailbox))
    _ = mailbox.close()
  }

  @Test func `a closed mailbox takes nothing, and gives back what nobody looked at`() {
    let mailbox = Mailbox()
    mailbox.post(.print("late"))
    #expect(mailbox.close().count == 1)
    #expect(!mailbox.post(.print("too late")))
    #expect(texts(in: mailbox) == [])
    mailbox.cancelRead(1)
  }
}
