import PBXModel

/// What part of a call was recorded so far.
struct RecordedSpan: Hashable, Sendable {
  /// Since when it is being recorded; nil while it is not.
  var since: Timestamp?
  var earlier = Duration.zero

  /// How much there is at a moment.
  func length(at moment: Timestamp) -> Duration {
    earlier + (since.map { $0.duration(to: moment) } ?? .zero)
  }

  mutating func begin(at moment: Timestamp) { since = since ?? moment }

  mutating func end(at moment: Timestamp) {
    earlier = length(at: moment)
    since = nil
  }
}

extension RecordingPolicy {
  /// Whether a call is recorded.
  enum Decision: Hashable, Sendable {
    case recorded
    /// From when a phone asks for it.
    case onRequest
    case notRecorded
  }

  /// What holds for a call between two ends, nil for one that has no policy.
  ///
  /// `force` and `never` override what was said before, and the called end is asked last: this is
  /// FreePBX's rule. Where neither says so, a phone with `onetouch` may ask.
  static func decision(caller: RecordingPolicy?, called: RecordingPolicy?) -> Decision {
    var decision = Decision.notRecorded
    for case let policy? in [caller, called] {
      switch policy {
      case .force: decision = .recorded
      case .never: decision = .notRecorded
      case .dontcare, .onetouch: break
      }
    }
    let isDecided = [caller, called].contains { $0 == .force || $0 == .never }
    let canAsk = caller == .onetouch || called == .onetouch
    return !isDecided && canAsk ? .onRequest : decision
  }
}

/// Recording calls: a record's conversation is in a file of its own, as long as the conversation.
extension Switchboard {
  /// Two channels talk from now on: their call is recorded where its ends want that.
  mutating func beginRecording(in bridge: BridgeID) {
    guard let call = recordable(in: bridge), decision(about: call) == .recorded else { return }
    channels[call.owner.id]?.record?.recorded.begin(at: now)
  }

  /// A phone asks for the recording, or for its end; nothing happens where it may not.
  mutating func toggleRecording(at channel: Channel) {
    guard let bridge = channel.bridge, policy(of: channel) == .onetouch,
      let call = recordable(in: bridge), decision(about: call) == .onRequest
    else { return }
    if call.owner.record?.recorded.since == nil {
      channels[call.owner.id]?.record?.recorded.begin(at: now)
    } else {
      channels[call.owner.id]?.record?.recorded.end(at: now)
    }
  }

  /// Keeps the recording of a record that is complete, and answers its path; empty where none of
  /// it was recorded.
  mutating func keepRecording(of draft: RecordDraft) -> String {
    let length = draft.recorded.length(at: draft.end ?? now)
    guard length > .zero else { return "" }
    let path = SoundPath.text(
      in: "monitor", at: draft.start, from: draft.src, to: draft.dst, uniqueid: draft.uniqueid,
      zone: world.zone)
    return recordings.add(
      RecordedCall(caller: draft.src, called: draft.dst, length: length), at: path)
  }

  /// The two ends of a conversation: whose record it is, and the other.
  private func recordable(in bridge: BridgeID) -> (owner: Channel, other: Channel)? {
    let members = (bridges[bridge] ?? []).compactMap { channels[$0] }
    guard members.count == 2, let owner = members.first(where: { $0.record != nil }),
      let other = members.first(where: { $0.id != owner.id })
    else { return nil }
    return (owner, other)
  }

  private func decision(
    about call: (owner: Channel, other: Channel)
  ) -> RecordingPolicy.Decision {
    // The helper legs of a transfer have no policy: the phones behind them do.
    let (owner, other) = (channels[farEnd(of: call.owner)], channels[farEnd(of: call.other)])
    return RecordingPolicy.decision(
      caller: policy(of: owner ?? call.owner), called: policy(of: other ?? call.other))
  }

  private func policy(of channel: Channel) -> RecordingPolicy? {
    guard case .line(let number) = channel.device else { return nil }
    return phones[number]?.recording
  }
}

/// The sound files of the system.
extension Switchboard {
  /// The sound at a path such as `monitor/20260105/….wav`, nil where there is none.
  func sound(at path: String) -> Sound? {
    recordings[path].map { Sound($0) } ?? mailboxes.message(at: path).map { Sound($0) }
  }

  /// How long the recording at such a path is, nil where there is none.
  package func recordingLength(at path: String) -> Duration? {
    recordings[path]?.length ?? mailboxes.message(at: path)?.length
  }
}
