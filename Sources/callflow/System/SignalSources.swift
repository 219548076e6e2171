import Dispatch
import FlowRunner
import Glibc

/// Turns the signals that end a run into interruptions, outside any signal handler.
///
/// They arrive on a queue of their own, which takes no lock that a blocked write could hold: the
/// first ends the run, any second one ends the process at once.
///
/// Signals that were ignored when the process started, as under `nohup`, stay ignored. The sources
/// live as long as this value.
final class SignalSources {
  private let sources: [any DispatchSourceSignal]

  /// - Parameter numbers: the signals to take; the others are left as they are.
  init(
    raising watch: InterruptionWatch, for numbers: [Int32] = [SIGHUP, SIGINT, SIGTERM]
  ) {
    let queue = DispatchQueue(label: "callflow.signals")
    sources = numbers.compactMap { number in
      guard let interruption = Interruption(signal: number), Self.takeOver(number) else {
        return nil
      }
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        // A second one means: now, whatever is left behind.
        if watch.interruption != nil {
          _exit(interruption.status.rawValue)
        }
        watch.raise(interruption)
      }
      source.resume()
      return source
    }
  }

  /// Keeps a signal from ending the process at once; false where it was ignored before.
  private static func takeOver(_ number: Int32) -> Bool {
    let previous = signal(number, SIG_IGN)
    return unsafeBitCast(previous, to: Int.self) != unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

extension Interruption {
  fileprivate init?(signal: Int32) {
    switch signal {
    case SIGHUP: self = .hangup
    case SIGINT: self = .interrupt
    case SIGTERM: self = .termination
    default: return nil
    }
  }
}
