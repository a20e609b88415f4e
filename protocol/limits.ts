// Every limit that both ends and the relay agree on. Bytes, counts and milliseconds, as the names say.
export const limits = {
  /** Largest frame of the page family, as it crosses the wire. */
  pageFrameBytes: 16 * 1024 * 1024,
  /** Largest frame of any other family. */
  smallFrameBytes: 64 * 1024,
  /** Largest page frame once inflated: stops a decompression bomb. */
  inflatedBytes: 128 * 1024 * 1024,
  /** Frames larger than this are deflated. */
  deflateFromBytes: 512,
  participantsPerRoom: 8,
  nameLength: 80,
  commentLength: 2000,
  strokePoints: 4096,
  commandTextLength: 20_000,
  /** Commands that wait for their outcome, and outcomes that the customer's page remembers. */
  openCommands: 128,
  /** Per connection: burst and sustained rate, counted by the relay. */
  framesPerSecond: 240,
  framesBurst: 720,
  /** What the relay lets pile up for one slow participant before it drops page frames for it. */
  bufferedBytes: 8 * 1024 * 1024,
  securityKeyLifeMs: 10 * 60_000,
  /** How long a session waits for a participant whose connection was lost. */
  graceMs: 2 * 60_000,
  pingIntervalMs: 15_000,
  /** Batches in flight before the mirror holds back and coalesces. */
  unacknowledgedBatches: 8,
  /** Nodes in one run of HTML: what needs care after all, or does not parse alike, costs no more than this. */
  runNodes: 2000,
  /** Documents in frames of other origins that are in a mirror at once. */
  joinedFrames: 32,
  /** Runs that one message calls inexact. */
  inexactRuns: 256,
  /** Longest address that is asked for. */
  addressLength: 2000,
  /** Pictures, addresses or hashes that one message asks for. */
  assetsWanted: 24,
  /** Largest asset. */
  assetBytes: 8 * 1024 * 1024,
  /** One part of an asset: small enough that a pointer is not held up behind it. */
  assetPartBytes: 60 * 1024,
  /** Pixels of the largest canvas, video or picture that is drawn. */
  picturePixels: 16 * 1024 * 1024,
  /** Assets leave no faster than this, and no more than this leaves from one page. */
  assetBytesPerSecond: 2 * 1024 * 1024,
  assetPageBytes: 256 * 1024 * 1024,
  /** A site policy: its rules, what each may hold, and how large all of it is on the wire. */
  policyRules: 64,
  rulePaths: 32,
  ruleSelectors: 64,
  selectorLength: 300,
  policyPathLength: 200,
  pauseLength: 200,
  policyBytes: 32 * 1024,
  /** Findings in one report about selectors: it stays a small frame. */
  ruleMatches: 32,
  /** A trail's entries: of one session, in one message (one a second), and the characters of a page's text in one. */
  entriesPerSession: 2000,
  entriesPerMessage: 32,
  entryTextLength: 300,
} as const;
