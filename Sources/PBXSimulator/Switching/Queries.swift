package import PBXModel

/// What the lists of the API show.
extension Switchboard {
  /// A page of the extensions, in the world's order; throws where page or size is below 1.
  package func endpoints(_ request: ListEndpoints) throws(PBXError) -> Page<EndpointStatus> {
    try request.validate()
    // One endpoint is found by its number: most questions are about one.
    let asked = request.endpoint.map { number in phones[number].map { [$0] } ?? [] }
    let lines = (asked ?? world.lines).filter { phones[$0.number]?.contact != .missing }
    return page(request.page, of: request.pageSize, lines) { line in
      let isRegistered = phones[line.number]?.contact == .registered
      let port = phones.ports[line.number].map(String.init) ?? ""
      return EndpointStatus(json: [
        "endpoint": .string(line.number),
        "state": .string(deviceState(of: .line(line.number)).rawValue),
        "channels": .string(channelText(of: .line(line.number))),
        "cid": .string(line.number),
        "registerIp": .string(isRegistered ? Phones.address : ""),
        "registerPort": .string(isRegistered ? port : ""),
      ])
    }
  }

  /// A page of the trunks, in the world's order; throws where page or size is below 1.
  package func trunks(_ request: ListTrunks) throws(PBXError) -> Page<TrunkStatus> {
    try request.validate()
    let trunks = world.trunks.filter { request.trunkName == nil || request.trunkName == $0.name }
    return page(request.page, of: request.pageSize, trunks) { trunk in
      TrunkStatus(json: [
        "endpoint": .string(trunk.name),
        "state": .string(deviceState(of: .trunk(trunk.name)).rawValue),
        "channels": .string(channelText(of: .trunk(trunk.name))),
        "serverIp": .string(trunk.serverIp),
        "serverPort": .string(String(trunk.serverPort)),
      ])
    }
  }

  /// The records that match, oldest first, so that pages stay what they are while calls end.
  package func callRecords(_ request: ListCallRecords) throws(PBXError) -> Page<CallRecord> {
    // As it is read from outside: with the spellings that are meant.
    let request = try ListCallRecords(parameters: request.parameters)
    // A field is looked up only where it is asked for.
    func matches(_ filter: String?, _ value: @autoclosure () -> String) -> Bool {
      filter.map { $0 == value() } ?? true
    }
    let rows = records.dropping(before: request.start).filter { record in
      let date = record.text("calldate")
      return request.start.map { $0 <= date } ?? true && request.end.map { date <= $0 } ?? true
        && matches(request.src, record.source) && matches(request.dst, record.destination)
        && matches(request.disposition, record.disposition)
        && matches(request.direction, record.text("direction"))
    }
    return page(request.page, of: request.pageSize, rows) { $0 }
  }

  /// The narrow form of the records whose call began in a span of time, its end excluded.
  package func billingRecords(
    _ request: ListBillingRecords
  ) throws(PBXError) -> Page<BillingRecord> {
    try request.validate()
    let rows = records.dropping(before: request.start).filter { record in
      let date = record.text("calldate")
      return request.start <= date && date < request.end
    }
    return page(request.page, of: request.pageSize, request.sorted(rows)) {
      BillingRecord(of: $0)
    }
  }

  /// `1 of inf`, or `1 of 1` where a number of calls counts as busy.
  private func channelText(of device: Device) -> String {
    "\(channelCount(of: device)) of \(busyLimit(of: device).map(String.init) ?? "inf")"
  }

  /// One page of items, as rows.
  func page<Item, Row>(
    _ page: Int, of size: Int, _ items: [Item], row: (Item) -> Row
  ) -> Page<Row> {
    let (skipped, overflow) = (page - 1).multipliedReportingOverflow(by: size)
    let rest = overflow ? [] : items.dropFirst(skipped)
    return Page(rows: rest.prefix(size).map(row), total: items.count)
  }
}
