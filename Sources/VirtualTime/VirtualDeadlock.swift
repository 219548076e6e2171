package import PBXModel

/// All that ran on virtual time waits for something that no timer and no task will bring.
package struct VirtualDeadlock: Error, Hashable, CustomStringConvertible {
  /// When time stood still for good.
  package var moment: Timestamp

  package init(moment: Timestamp) {
    self.moment = moment
  }

  package var description: String {
    "everything waits, and nothing is left that could wake it"
  }
}
