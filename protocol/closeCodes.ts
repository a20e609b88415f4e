// Named WebSocket close codes. From 4400 on a close is final: the participant does not reconnect by itself.
export const closeCodes = {
  malformedFrame: 4400,
  tokenInvalid: 4401,
  wrongRoom: 4403,
  unknownRoom: 4404,
  participantTooOld: 4406,
  relayTooOld: 4407,
  superseded: 4409,
  ended: 4410,
  frameTooLarge: 4413,
  notAllowed: 4422,
  tooManyFrames: 4429,
  roomFull: 4430,
} as const;

export type CloseName = keyof typeof closeCodes;

/** What a WebSocket stack says by itself when it stops reading a frame (RFC 6455, 7.4.1): sent again, it would be as large. */
const MESSAGE_TOO_BIG = 1009;

const names = new Map<number, CloseName>([
  [MESSAGE_TOO_BIG, 'frameTooLarge'],
  ...Object.entries(closeCodes).map(([name, code]) => [code, name] as [number, CloseName]),
]);

/** The name of a final close code, or null for anything that is worth a new try. */
export function closeNameOf(code: number): CloseName | null {
  return names.get(code) ?? null;
}
