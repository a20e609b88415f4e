// A line to the room: one socket after another, opened anew whenever one breaks, until a close is final.
// Invariant: at most one socket at a time is heard, and none once the line is closed.

export interface Line {
  isOpen(): boolean;
  /** Dropped unless the line is open. */
  send(data: string | Uint8Array<ArrayBuffer>): void;
  bufferedBytes(): number;
  /** The socket answers no longer: another one at once. */
  renew(): void;
  close(): void;
}

export interface LineEvents {
  /** Asked for every try. */
  readonly address: () => Promise<string>;
  readonly onOpen: () => void;
  readonly onMessage: (data: unknown) => void;
  /** A socket broke, or could not be opened. Whether there will be another. */
  readonly onBroken: (code: number) => boolean;
}

const lostCode = 1006;
const normalCode = 1000;
const openWithinMs = 8000;
const longestDelayMs = 8000;
const delayGrowth = 1.3;
/** A socket that has been open for so long was no failure. */
const steadyAfterMs = 2000;

export function openLine(events: LineEvents): Line {
  // Jitter: when a relay restarts, its participants do not all come back in the same moment.
  const shortestDelayMs = 400 + Math.random() * 800;
  let delayMs = shortestDelayMs;
  let socket: WebSocket | null = null;
  /** Which try is the current one: whatever an earlier one still brings is ignored. */
  let current = 0;
  let timer: ReturnType<typeof setTimeout>;

  async function attempt(): Promise<void> {
    const mine = ++current;
    const brokenBy = (code: number) => {
      if (mine === current) breaks(code);
    };
    timer = setTimeout(brokenBy, openWithinMs, lostCode);
    try {
      const address = await events.address();
      if (mine !== current) return;
      socket = new WebSocket(address);
    } catch {
      return brokenBy(lostCode);
    }
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      if (mine !== current) return;
      clearTimeout(timer);
      timer = setTimeout(() => (delayMs = shortestDelayMs), steadyAfterMs);
      events.onOpen();
    };
    socket.onmessage = ({ data }) => {
      if (mine === current) events.onMessage(data);
    };
    socket.onclose = ({ code }) => brokenBy(code);
  }

  function drop(): void {
    current++;
    clearTimeout(timer);
    socket?.close(normalCode);
    socket = null;
  }

  function breaks(code: number): void {
    drop();
    if (!events.onBroken(code)) return;
    timer = setTimeout(attempt, delayMs);
    delayMs = Math.min(delayMs * delayGrowth, longestDelayMs);
  }

  const isOpen = () => socket?.readyState === WebSocket.OPEN;

  void attempt();
  return {
    isOpen,
    send(data) {
      if (isOpen()) socket!.send(data);
    },
    bufferedBytes: () => socket?.bufferedAmount ?? 0,
    renew() {
      delayMs = 0;
      breaks(lostCode);
      delayMs = shortestDelayMs;
    },
    close: drop,
  };
}
