// What the agent's hand does last, once the page has had its turn: a key comes up where the focus has got to by then.

export type Later = (work: () => void) => void;
