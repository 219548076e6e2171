/// Where parked calls wait.
package struct ParkingLot: Hashable, Sendable {
  package var name: String
  package var spaces: ClosedRange<Int>
  /// After how long the parker is rung back; never where it is nil.
  package var timeout: Duration?

  package init(
    name: String = "default", spaces: ClosedRange<Int> = 701...720,
    timeout: Duration? = .seconds(600)
  ) {
    self.name = name
    self.spaces = spaces
    self.timeout = timeout
  }
}
