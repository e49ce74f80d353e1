import Classroom
import Testing

@Suite("Shares of a class")
struct ShardTests {
  @Test(
    "the hash of an id never changes",
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C),
      ("foobar", 0x8594_4171_F739_67E8), ("żółw", 0xCDE5_351F_DF7B_7786),
    ] as [(String, UInt64)])
  func hash(_ id: String, _ hash: UInt64) {
    #expect(Shard.hash(id) == hash)
  }

  @Test("every student is in exactly one share", arguments: [1, 2, 7, 64])
  func partition(_ count: Int) {
    let shards = (1...count).compactMap { Shard(number: $0, count: count) }
    #expect(shards.count == count)
    for number in 0..<500 {
      #expect(shards.count { $0.contains("student-\(number)") } == 1)
    }
  }

  @Test("a share is typed K/N", arguments: ["1/1", "2/7", "10000/10000"])
  func typed(_ text: String) {
    #expect(Shard(text)?.description == text)
  }

  @Test(
    "what is no share is refused",
    arguments: ["", "1", "0/3", "4/3", "1/0", "-1/3", "1/10001", "1/2/3", "a/b", " 1/2", "٣/٤"])
  func refused(_ text: String) {
    #expect(Shard(text) == nil)
  }
}

@Suite("--shard auto")
struct ShardEnvironmentTests {
  @Test(
    "the variables of schedulers",
    arguments: [
      (
        ["SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_COUNT": "4", "SLURM_ARRAY_TASK_MIN": "0"],
        "4/4"
      ),
      (
        [
          "SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_COUNT": "3", "SLURM_ARRAY_TASK_MIN": "1",
          "SLURM_ARRAY_TASK_STEP": "2",
        ], "3/3"
      ),
      // One of four that is started again.
      (
        [
          "SLURM_ARRAY_TASK_ID": "2", "SLURM_ARRAY_TASK_COUNT": "1", "SLURM_ARRAY_TASK_MIN": "2",
          "BACKMARK_SHARDS": "4",
        ], "3/4"
      ),
      (["AWS_BATCH_JOB_ARRAY_INDEX": "0", "AWS_BATCH_JOB_ARRAY_SIZE": "2"], "1/2"),
      (["JOB_COMPLETION_INDEX": "6", "BACKMARK_SHARDS": "7"], "7/7"),
      (["CI_NODE_INDEX": "2", "CI_NODE_TOTAL": "5"], "2/5"),
      (["BACKMARK_SHARD": "2", "BACKMARK_SHARDS": "5"], "2/5"),
    ] as [([String: String], String)])
  func variables(_ environment: [String: String], _ shard: String) throws {
    let reading = try ShardEnvironment.read(environment)
    #expect(reading.shard.description == shard)
    for part in reading.source.split(separator: ", ") {
      let pair = part.split(separator: "=").map(String.init)
      #expect(environment[pair[0]] == pair[1])
    }
  }

  @Test(
    "what is missing is named",
    arguments: [
      (
        ["JOB_COMPLETION_INDEX": "6"],
        "--shard auto: JOB_COMPLETION_INDEX=6 says which share, but not how many there are; "
          + "set BACKMARK_SHARDS"
      ),
      (
        ["CI_NODE_INDEX": "1"],
        "--shard auto: CI_NODE_INDEX=1 says which share, but not how many there are; "
          + "set CI_NODE_TOTAL or BACKMARK_SHARDS"
      ),
      (
        ["CI_NODE_INDEX": "6", "CI_NODE_TOTAL": "5"],
        "--shard auto: CI_NODE_INDEX=6, CI_NODE_TOTAL=5 is no share of a class"
      ),
      (["CI_NODE_INDEX": "x"], "--shard auto: CI_NODE_INDEX is 'x', which is no number"),
      (
        [:],
        "--shard auto finds none of SLURM_ARRAY_TASK_ID, AWS_BATCH_JOB_ARRAY_INDEX, "
          + "JOB_COMPLETION_INDEX, CI_NODE_INDEX, BACKMARK_SHARD; write --shard K/N "
          + "(on GitHub, from the matrix)"
      ),
    ] as [([String: String], String)])
  func missing(_ environment: [String: String], _ message: String) {
    #expect(throws: ShardEnvironment.Fault(description: message)) {
      try ShardEnvironment.read(environment)
    }
  }
}
