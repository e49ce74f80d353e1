#if canImport(Glibc)
  import Glibc

  // The C library has these, but its headers show them only to those who ask for more than is
  // standard, which a Swift import cannot.

  @_silgen_name("posix_openpt")
  func posix_openpt(_ flags: Int32) -> Int32

  @_silgen_name("grantpt")
  func grantpt(_ master: Int32) -> Int32

  @_silgen_name("unlockpt")
  func unlockpt(_ master: Int32) -> Int32

  @_silgen_name("ptsname")
  func ptsname(_ master: Int32) -> UnsafeMutablePointer<CChar>?

  @_silgen_name("posix_spawn_file_actions_addchdir_np")
  func posix_spawn_file_actions_addchdir_np(
    _ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>, _ path: UnsafePointer<CChar>
  ) -> Int32

  let POSIX_SPAWN_SETSID: Int32 = 0x80
#endif
