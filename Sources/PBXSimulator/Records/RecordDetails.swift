import PBXModel

/// What a record shows of its parties beyond their channels.
struct RecordDetails: Hashable, Sendable {
  var callerAddress = ""
  var calledAddress = ""
  var callerRecording = ""
  var calledRecording = ""
  /// Below the PBX's address; empty where nothing was recorded.
  var recording = ""
  /// The extension that pays for an outside call.
  var billingID = ""
  /// Of the party outside.
  var areaCode = ""
  /// How many calls there were when the row was written, its own included.
  var callCount = 0
}

extension Switchboard {
  /// Looks up what is known of a record's parties, and keeps its recording.
  mutating func details(of draft: RecordDraft) -> RecordDetails {
    let (caller, called) = (device(named: draft.channel), device(named: draft.destinationChannel))
    var details = RecordDetails()
    details.callerAddress = address(of: caller)
    details.calledAddress = address(of: called)
    details.callerRecording = recordingPolicy(of: caller)
    details.calledRecording = recordingPolicy(of: called)
    details.recording = keepRecording(of: draft)
    switch draft.direction {
    case "in": details.areaCode = AreaCode.text(in: draft.src)
    case "out":
      details.areaCode = AreaCode.text(in: draft.dst)
      if case .line(let number) = caller { details.billingID = number }
    default: break
    }
    details.callCount = channelCountsByCall.count
    return details
  }

  /// The device of a channel's name: `PJSIP/8001-00000002` is the line 8001's.
  private func device(named name: String) -> Device? {
    let prefix = "PJSIP/"
    guard name.hasPrefix(prefix), let dash = name.lastIndex(of: "-") else { return nil }
    let endpoint = String(name[..<dash].dropFirst(prefix.count))
    return phones[endpoint] != nil ? .line(endpoint) : .trunk(endpoint)
  }

  private func address(of device: Device?) -> String {
    switch device {
    case .line: Phones.address
    case .trunk(let name): world.trunks.first { $0.name == name }?.serverIp ?? ""
    case .local, nil: ""
    }
  }

  private func recordingPolicy(of device: Device?) -> String {
    guard case .line(let number) = device else { return "" }
    return phones[number]?.recording.rawValue ?? ""
  }
}
