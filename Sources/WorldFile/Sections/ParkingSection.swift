import PBXSimulator

extension Section where Subject == ParkingLot {
  static let parking = Section(
    name: "a map of the parking lot", blank: ParkingLot(),
    fields: [
      Field("name", \.name, .word, "How the lot is called"),
      Field("spaces", \.spaces, .lotSpaces, "The numbers that parked calls wait at"),
      Field(
        "timeout", \.timeout, .optional(.duration, orWord: "never"),
        "After how long the parker is rung back"),
    ])
}

extension ValueForm where Value == ClosedRange<Int> {
  /// Spaces whose place is noted, for the case that they are numbers of something else.
  fileprivate static var lotSpaces: ValueForm {
    spaces.converted(
      from: { spaces, part, reader in
        reader.notePlaceOfParking(part)
        return spaces
      }, to: { $0 })
  }
}
