// Who a participant is. The role comes from the signed token, never from a message.
export const roles = ['customer', 'agent', 'observer'] as const;
export type Role = (typeof roles)[number];
export type Mode = 'read-only' | 'write';
