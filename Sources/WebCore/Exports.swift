#if arch(wasm32)
  // What a page calls. It puts bytes where `backmark_allocate` says, calls, and reads the reply from
  // where `backmark_reply` says. Which of these a module has is said where it is linked: exposed
  // here, they would be in each. A trap ends the instance: whoever holds it makes a new one.

  // A page has one thread.
  private nonisolated(unsafe) var grader = WebGrader()
  private nonisolated(unsafe) var reply: [UInt8] = []

  /// Room for so many bytes of a page's.
  @_cdecl("backmark_allocate")
  func allocate(_ count: Int32) -> UnsafeMutableRawPointer {
    .allocate(byteCount: max(1, Int(count)), alignment: 8)
  }

  /// Gives room back.
  @_cdecl("backmark_free")
  func free(_ pointer: UnsafeMutableRawPointer) {
    pointer.deallocate()
  }

  /// Answers a call; how long the reply is, or −1 less the length where the call was refused.
  @_cdecl("backmark_call")
  func call(_ number: Int32, _ bytes: UnsafePointer<UInt8>, _ count: Int32) -> Int32 {
    guard let call = WebGrader.Call(rawValue: number) else { return -1 }
    let buffer = UnsafeBufferPointer(start: bytes, count: Int(count))
    return keep(grader.reply(to: call, Array(buffer)))
  }

  /// The same for the calls that the page of an exercise makes; a module that exports this alone is
  /// linked without whatever only the others need.
  @_cdecl("backmark_page_call")
  func pageCall(_ number: Int32, _ bytes: UnsafePointer<UInt8>, _ count: Int32) -> Int32 {
    guard let call = WebGrader.Call(rawValue: number) else { return -1 }
    let buffer = UnsafeBufferPointer(start: bytes, count: Int(count))
    return keep(grader.pageReply(to: call, Array(buffer)))
  }

  private func keep(_ answered: WebGrader.Reply) -> Int32 {
    reply = answered.bytes
    return answered.isAnswer ? Int32(reply.count) : -1 - Int32(reply.count)
  }

  /// Where the reply to the last call stands, until the next one.
  @_cdecl("backmark_reply")
  func replyBytes() -> UnsafePointer<UInt8>? {
    reply.withUnsafeBufferPointer { $0.baseAddress }
  }
#endif
