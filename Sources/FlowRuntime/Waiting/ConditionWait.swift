import PBXModel

/// A wait for a condition: what it looks at, and for how long.
struct ConditionWait {
  let start: Timestamp
  let deadline: Timestamp
  /// Between two looks.
  let interval: Duration
  /// Whether other waits' rounds bring it a sample earlier.
  let isShareable: Bool
  /// What the condition has asked for so far, in that order.
  var keys: [WatchKey] = []
  var newest: Snapshot?
  var lastLook: Timestamp
  var looks = Looks()
}
