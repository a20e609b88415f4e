// The environment as settings; what makes no sense is said in a sentence rather than guessed.
import { SECRET_MIN_LENGTH } from '../../../admission/secret.ts';

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  readonly company: string;
  readonly trustProxy: boolean;
  readonly origins: readonly string[] | undefined;
  readonly secret: string | undefined;
  readonly policy: string | undefined;
}

/** A setting that cannot be used: what is wrong, in words for whoever set it. */
export class SettingProblem extends Error {}

export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = env['ALONGSIDE_PORT'] ?? '8787';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new SettingProblem(`ALONGSIDE_PORT is "${port}". Give a port number, such as 8787.`);
  }
  const secret = env['ALONGSIDE_SECRET'] || undefined;
  if (secret !== undefined && secret.length < SECRET_MIN_LENGTH) {
    throw new SettingProblem(
      `ALONGSIDE_SECRET is too short. Give at least ${SECRET_MIN_LENGTH} random characters, or leave it out.`,
    );
  }
  return {
    host: env['ALONGSIDE_HOST'] || '127.0.0.1',
    port: Number(port),
    data: env['ALONGSIDE_DATA'] || './alongside.sqlite',
    company: env['ALONGSIDE_COMPANY'] ?? '',
    trustProxy: /^(1|true|yes)$/i.test(env['ALONGSIDE_TRUST_PROXY'] ?? ''),
    origins: readOrigins(env['ALONGSIDE_ORIGINS']),
    secret,
    policy: env['ALONGSIDE_POLICY'] || undefined,
  };
}

function readOrigins(list: string | undefined): string[] | undefined {
  const written = list?.split(/[\s,]+/).filter(Boolean) ?? [];
  if (written.length === 0) return undefined;
  return written.map((text) => {
    const origin = URL.canParse(text) ? new URL(text).origin : 'null';
    if (origin === 'null') {
      throw new SettingProblem(
        `ALONGSIDE_ORIGINS holds "${text}". Give origins such as https://shop.example, with commas between.`,
      );
    }
    return origin;
  });
}
