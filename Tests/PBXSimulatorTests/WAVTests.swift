import PBXModel
import Testing

@testable import PBXSimulator

struct WAVTests {
  @Test func `a file has the header of its form and its length`() {
    let sound = Sound(
      rate: 8000, notes: [Sound.Note(frequency: 400, samples: 100)], length: .milliseconds(500))
    let bytes = WAVFile(sound).bytes
    #expect(bytes.count == 44 + 8000)
    #expect(
      Array(bytes.prefix(44))
        == Array("RIFF".utf8) + [0x64, 0x1F, 0, 0] + Array("WAVEfmt ".utf8)
        + [16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0]
        + Array("data".utf8) + [0x40, 0x1F, 0, 0])
  }

  @Test(arguments: [1, 7, 100, 4000, 5000])
  func `the parts are the whole`(samples: Int) {
    let file = WAVFile(
      Sound(
        rate: 8000,
        notes: [
          Sound.Note(frequency: 400, samples: 333), Sound.Note(frequency: nil, samples: 0),
          Sound.Note(frequency: 700, samples: 50),
        ], length: .milliseconds(500)))
    var bytes: [UInt8] = []
    var number = 0
    while let part = file.part(number, samples: samples) {
      bytes += part
      number += 1
    }
    #expect(bytes == file.bytes && bytes.count == file.size)
  }

  @Test func `a tone has its frequency, and a pause none`() {
    let sound = Sound(
      rate: 8000,
      notes: [Sound.Note(frequency: 500, samples: 8000), Sound.Note(frequency: nil, samples: 100)])
    let samples = sound.samples(in: 0..<8100)
    let rises = zip(samples, samples.dropFirst()).count { $0 < 0 && $1 >= 0 }
    #expect((499...500).contains(rises))
    #expect(samples.max() == 8000 && samples.min() == -8000)
    #expect(samples[8000...].allSatisfy { $0 == 0 })
  }

  @Test func `a sound of years is cut to what a file can hold`() {
    let endless = WAVFile(
      Sound(rate: 8000, notes: [Sound.Note(frequency: 400, samples: 1)], length: .seconds(1 << 40)))
    #expect(endless.size <= Int(UInt32.max))
    #expect(endless.part(1 << 20, samples: 1000)?.count == 2000)
    #expect(endless.part(.max, samples: 1000) == nil)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `base64 has the vectors of RFC 4648`(text: String, encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
  }

  @Test func `base64 uses all of its alphabet`() {
    #expect(Base64.encode([0xFB, 0xEF, 0xFF, 0x00, 0x10, 0x83]) == "++//ABCD")
  }
}
