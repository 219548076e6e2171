package import PBXModel

/// What the lists of agents show.
extension Switchboard {
  /// The agents of the queues, also those who have signed out.
  package func agents(_ request: ListAgents) throws(PBXError) -> AgentTable {
    try request.validate()
    let numbers = request.queue.map { [$0] } ?? world.queues.map(\.number)
    let rows = numbers.compactMap { queueing.queues[$0] }.flatMap { state in
      (state.members + state.formerMembers).filter { member in
        request.agentID.map { $0 == member.agentID } ?? true
          && request.extension.map { $0 == member.extension } ?? true
      }
      .map { member in
        let (status, since) = situation(of: member, in: state.queue.number).status
        var json = row(of: member, in: state.queue.number)
        json["dsStatus"] = .string(String(deviceNumber(of: member.extension)))
        json["status"] = .string(String(status.rawValue))
        // The words of a break are the agent's own where there are any.
        let pause = member.pause.flatMap { AgentStatus($0.code) == status ? $0.reason : nil }
        json["statusDesc"] = .string(pause ?? status.english)
        json["statusDuration"] = .string(Self.clock(since.duration(to: now)))
        return AgentRecord(json: json)
      }
    }
    return AgentTable(agents: rows)
  }

  /// The agents signed in to a queue, their states in words.
  package func queueMembers(_ request: ListQueueMembers) throws(PBXError) -> Page<QueueMember> {
    try request.validate()
    let members = queueing.queues[request.queue]?.members ?? []
    let rows = members.map { member in
      let (status, since) = situation(of: member, in: request.queue).status
      let duration = Self.clock(since.duration(to: now))
      var json = row(of: member, in: request.queue)
      let device = deviceWord(of: member.extension)
      let deviceDuration = Self.clock(deviceBegin(of: member.extension).duration(to: now))
      json["dsStatus"] = .string(device)
      json["status"] = .string(status.chinese)
      json["statusDesc"] = .string("\(status.chinese)(\(duration))")
      json["statusDuration"] = .string(duration)
      json["dsStatusDesc"] = .string("\(device)(\(deviceDuration))")
      json["sampleTime"] = .null
      return QueueMember(json: json)
    }
    return Page(rows: rows, total: rows.count)
  }

  /// What decides an agent's status.
  func situation(of member: Member, in queue: String) -> AgentSituation {
    let device = Device.line(member.extension)
    let workplace = queueing.workplaces[member.extension]
    let ring = workplace?.ring.flatMap { queueing.rings[$0] }
    let call = workplace?.call.flatMap { queueing.calls[$0] }
    return AgentSituation(
      queue: queue, member: member,
      ring: ring.map { AgentSituation.Work(queue: $0.queue, begin: $0.begin) },
      call: call.map { AgentSituation.Work(queue: $0.queue, begin: $0.begin) },
      lastCall: workplace?.lastCall, hasPickedUp: workplace?.pickup != nil,
      device: deviceState(of: device), deviceBegin: deviceBegin(of: member.extension),
      timers: world.agentTimers, now: now)
  }

  /// The fields that both lists have, in their order.
  private func row(of member: Member, in queue: String) -> JSONObject {
    let device = Device.line(member.extension)
    let deviceDuration = Self.clock(deviceBegin(of: member.extension).duration(to: now))
    let talking = channels(of: member.extension).last { $0.bridge != nil }
    let other = talking.flatMap { peer(of: $0.id) }.flatMap { channels[farEnd(of: $0)] }
    // 1: the agent was called; 2: the agent called.
    let direction = talking.map { $0.record == nil && $0.finishedRecords.isEmpty ? "1" : "2" }
    return [
      "agentid": .string(member.agentID), "interfaceType": "PJSIP",
      "extension": .string(member.extension), "queue": .string(queue),
      "penalty": .string(String(member.penalty)), "current": .string(other?.number ?? ""),
      "linkedid": .string(talking?.linkedid ?? ""), "dsStatus": "",
      "dsStatusDuration": .string(deviceDuration),
      "direction": .string(direction ?? "0"), "status": "", "statusDesc": "",
      "statusDuration": "", "callsCurrent": .string(String(channelCount(of: device))),
      "callsTotal": .string(String(member.earlierCalls + member.calls)),
      "login": .string(String(member.calls)),
    ]
  }

  /// When a phone's state began.
  private func deviceBegin(of number: String) -> Timestamp {
    stateBegins[.line(number)] ?? start
  }

  /// A phone's state by Asterisk's number for it.
  private func deviceNumber(of number: String) -> Int {
    switch deviceState(of: .line(number)) {
    case .notInUse: 1
    case .inUse: 2
    case .busy: 3
    case .unavailable: phones[number]?.contact == .missing ? 4 : 5
    case .ringing: 6
    case .ringingInUse: 7
    case .onHold: 8
    default: 0
    }
  }

  /// A phone's state in Chinese: the document's words for the three that it names.
  private func deviceWord(of number: String) -> String {
    switch deviceState(of: .line(number)) {
    case .notInUse: "空闲"
    case .inUse: "忙线中"
    case .busy: "忙"
    case .unavailable: "离线"
    case .ringing: "振铃"
    case .ringingInUse: "忙线振铃"
    case .onHold: "保持"
    default: "未知"
    }
  }

  /// `00:04:34`; more than 99 hours take more digits.
  private static func clock(_ duration: Duration) -> String {
    let seconds = max(0, duration.components.seconds)
    return [seconds / 3600, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
  }
}
