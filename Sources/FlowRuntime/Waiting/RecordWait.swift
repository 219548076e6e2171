import PBXModel

/// A wait for a call record of the test that no other wait has taken.
struct RecordWait {
  /// Nil where any call of the test will do.
  let callID: Int?
  /// What lists the records.
  let request: ListCallRecords
  let deadline: Timestamp
  let limitText: String
  /// When the PBX is to be asked next; nil once the time is over.
  var due: Timestamp?
  /// Came, belong to the test, and were not given to the interpreter yet.
  var candidates: [(identity: RecordIdentity, record: CallRecord)] = []
  var offered: Set<RecordIdentity> = []
  var last: RecordIdentity?
  /// How many records of the test were there at the last look.
  var seenCount = 0
  var takenCount = 0
}
