import PBXModel

/// Something that the switchboard does later; one whose channel is gone by then does nothing.
enum Step: Hashable, Sendable {
  /// The invitation reaches the phone.
  case invite(ChannelID)
  case answer(ChannelID)
  /// The called party has rung for too long.
  case giveUp(ChannelID)
  /// An originated channel has answered.
  case runApplication(ChannelID)
  /// The channel's dialplan goes on.
  case proceed(ChannelID, Destination)
  case queue(QueueStep)
  /// A voice menu's prompt, or its wait for keys, is over.
  case continueMenu(ChannelID, timer: Int)
  /// The greeting of a voicemail box is over, or the longest message.
  case continueMessage(ChannelID, timer: Int)
  case press(ChannelID, Character)
  /// A recording that is played on a phone is over.
  case endPlayback(ChannelID)
  /// A spy begins to hear.
  case listen(ChannelID)
  /// The person at the phone puts the receiver down.
  case putDown(ChannelID)
  /// A call has been parked for too long.
  case comeBack(ChannelID)
  case holdForConsultation(ChannelID)
  case beginConsultation(ChannelID)
  case cancelConsultation(ChannelID)
  case returnFromConsultation(ChannelID)
}
