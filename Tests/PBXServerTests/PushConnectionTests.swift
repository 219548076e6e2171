import Testing

@testable import PBXServer

struct PushConnectionTests {
  private var connection = PushConnection()

  @Test mutating func `a client that is silent between two pings is left`() {
    #expect(connection.probe() == .sendPing)
    #expect(connection.probe() == .disconnect)
    #expect(connection.probe() == .nothing)
  }

  @Test(arguments: [PushConnection.Frame.pong, .ping, .other])
  mutating func `whatever a client sends shows that it is there`(frame: PushConnection.Frame) {
    #expect(connection.probe() == .sendPing)
    _ = connection.receive(frame, isWritable: true)
    #expect(connection.probe() == .sendPing)
  }

  @Test mutating func `a client that sends pings and reads no pongs is left`() {
    #expect(connection.receive(.ping, isWritable: true) == .sendPong)
    #expect(connection.receive(.ping, isWritable: false) == .disconnect)
    #expect(connection.receive(.ping, isWritable: true) == .nothing)
  }

  @Test mutating func `a close of the client is answered once`() {
    #expect(connection.receive(.close, isWritable: true) == .echoClose)
    #expect(connection.receive(.close, isWritable: true) == .nothing)
    #expect(connection.end(.stopping) == .nothing)
  }

  @Test mutating func `a close of the server waits for the client's, for a while`() {
    #expect(connection.end(.tooSlow) == .sendClose(.tooSlow))
    #expect(connection.end(.stopping) == .nothing)
    #expect(connection.receive(.ping, isWritable: true) == .nothing)
    #expect(connection.probe() == .nothing)
    var patient = connection
    #expect(patient.receive(.close, isWritable: true) == .disconnect)
    #expect(connection.giveUp() == .disconnect)
    #expect(connection.giveUp() == .nothing)
  }
}
