// A relay under test, whatever runs it. The suite knows no more of it than this.
export interface Target {
  readonly origin: string;
  /** The secret it was started with. */
  readonly secret: string;
  issueAgentToken(name: string): Promise<string>;
  /** Lets the target's time pass, where the test decides it; elsewhere short lives run out by themselves. */
  letTimePass(ms: number): void;
}

/** How the two targets of a run are set up. Both trust X-Forwarded-For, so that each test has an address of its own. */
const policy = JSON.stringify({
  rules: [{ name: 'Cards', path: { starts: '/checkout' }, mask: ['#card', '.iban'] }],
});

export const targetSettings = {
  /** Lives as long as they are; pages of any origin. */
  usual: { company: 'Acme', origins: null, policy },
  /** Lives that a test can wait for; one origin's pages alone. */
  hasty: { company: 'Acme', origins: ['https://shop.example'], policy: null },
} as const;

export const hastyTimes = { securityKeyLifeMs: 3000, graceMs: 3000 } as const;

export interface Targets {
  readonly usual: Target;
  readonly hasty: Target;
}
