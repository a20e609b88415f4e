// Why a session ended. Each end has its own name, shown to both sides and kept in the ledger.
export const endReasons = [
  'endedByCustomer',
  'endedByAgent',
  'viewDeclined',
  'customerGone',
  'agentGone',
  'keyExpired',
  'conversationEnded',
  'conversationTransferred',
  'inactivity',
  'failed',
] as const;
export type EndReason = (typeof endReasons)[number];
