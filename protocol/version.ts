// The protocol's version, sent as the query parameter `v` of every connection.
export const PROTOCOL_VERSION = 3;

export type VersionVerdict = 'supported' | 'participantTooOld' | 'relayTooOld' | 'unreadable';

/** Compares a participant's version, as it stands in the address, with what this build speaks. */
export function judgeVersion(text: string | null): VersionVerdict {
  if (text === null || !/^\d{1,4}$/.test(text)) return 'unreadable';
  const version = Number(text);
  if (version === PROTOCOL_VERSION) return 'supported';
  return version < PROTOCOL_VERSION ? 'participantTooOld' : 'relayTooOld';
}
