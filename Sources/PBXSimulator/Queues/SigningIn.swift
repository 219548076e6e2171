import PBXModel

/// Agents who sign in and out, and take breaks.
extension Switchboard {
  /// Signs an agent in to a queue.
  ///
  /// Throws `agent/login`'s failure where there is no such queue or extension, or somebody is
  /// signed in to it there already.
  mutating func logIn(_ request: LogInAgent) throws(PBXError) {
    try request.validate()
    let (place, queue) = (request.extension, request.queue)
    guard let state = queueing.queues[queue] else {
      throw LogInAgent.failed("there is no queue \(queue)")
    }
    guard phones[place] != nil else { throw LogInAgent.failed("there is no extension \(place)") }
    guard state[place] == nil else {
      throw LogInAgent.failed("\(place) is in queue \(queue) already")
    }
    signIn(
      request.agentID, at: place, to: queue, penalty: request.penalty, pause: request.pause)
    requestTurns(in: queue)
  }

  /// Signs the agent at an extension out of a queue, or of all; a call that it has goes on, and so
  /// does a ring.
  ///
  /// Throws `agent/logout`'s failure where nobody is signed in to it there.
  mutating func logOut(_ request: LogOutAgent) throws(PBXError) {
    try request.validate()
    let place = request.extension
    let all = queueing.workplaces[place]?.queues ?? []
    if request.queue == "all" {
      guard !all.isEmpty else { throw LogOutAgent.failed("\(place) is in no queue") }
    } else {
      try requireQueue(request.queue, LogOutAgent.self)
      guard all.contains(request.queue) else {
        throw LogOutAgent.failed("\(place) is not in queue \(request.queue)")
      }
    }
    for queue in request.queue == "all" ? all : [request.queue] {
      queueing.queues[queue]?.signOut(place, at: now)
      queueing.workplaces[place]?.queues.removeAll { $0 == queue }
      requestCheck(of: queue)
    }
  }

  /// Begins or ends a break of the agent at an extension, in one queue; a call goes on meanwhile.
  ///
  /// Throws `agent/pause`'s failure where nobody is signed in to it there.
  mutating func pause(_ request: PauseAgent) throws(PBXError) {
    try request.validate()
    try requireQueue(request.queue, PauseAgent.self)
    guard queueing.queues[request.queue]?[request.extension] != nil else {
      throw PauseAgent.failed("\(request.extension) is not in queue \(request.queue)")
    }
    queueing.queues[request.queue]?[request.extension]?.setPause(
      request.pause, reason: request.reason, at: now)
    requestTurns(in: request.queue)
    requestCheck(of: request.queue)
  }

  private func requireQueue(
    _ number: String, _ operation: (some PBXOperation).Type
  ) throws(PBXError) {
    guard queueing.queues[number] != nil else {
      throw operation.failed("there is no queue \(number)")
    }
  }

  /// Signs in who is there when the world begins.
  mutating func signInAgents() {
    for agent in world.agents {
      for membership in agent.queues
      where queueing.queues[membership.queue]?[agent.extension] == nil {
        signIn(
          agent.id, at: agent.extension, to: membership.queue, penalty: membership.penalty,
          pause: agent.pause)
      }
    }
  }

  private mutating func signIn(
    _ agentID: String, at place: String, to queue: String, penalty: Int, pause: PauseCode
  ) {
    guard queueing.queues[queue] != nil else { return }
    var member = Member(
      serial: Counters.take(&queueing.signIns), agentID: agentID, extension: place,
      penalty: penalty, begin: now)
    member.setPause(pause, reason: nil, at: now)
    queueing.queues[queue]?.signIn(member)
    queueing.workplaces[place, default: Workplace()].queues.append(queue)
  }
}
