/// The version that `--version` prints.
package enum Version {
  package static let number = "0.1.0"
  package static let text = "callflow \(number)"
}
