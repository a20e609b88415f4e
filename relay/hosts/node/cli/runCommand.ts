// Understands the command line and answers with the exit code. Tokens go to standard output alone, so that they can be piped.
import { limits } from '../../../../protocol/limits.ts';
import { PolicyFileProblem } from '../policyFile.ts';
import { startRelay } from '../startRelay.ts';
import { localAgents, remoteAgents } from './agentStore.ts';
import type { AgentStore } from './agentStore.ts';
import { printTrail } from './printTrail.ts';
import { readSettings, SettingProblem } from './settings.ts';
import type { Settings } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const help = `The Alongside relay.

  npm start                                start the relay
  npm start -- issue-token "Sam Carter"    print a sign-in token for an agent
  npm start -- agents                      list the agents and their ids
  npm start -- revoke-token ID             take an agent's token back
  npm start -- drift                       list selectors of the site policy that no longer find anything
  npm start -- trail SESSION               print what was done in a session, and check it
  npm start -- --help                      print this

With --head 42:9f86… a trail is checked against a customer's receipt as well.
All but the first work while the relay runs. With --relay https://relay.example they
work on a relay elsewhere, given the same ALONGSIDE_SECRET.

Settings, from the environment:
  ALONGSIDE_HOST         address to listen on (127.0.0.1)
  ALONGSIDE_PORT         port to listen on (8787)
  ALONGSIDE_DATA         data file (./alongside.sqlite)
  ALONGSIDE_COMPANY      the company's name, as customers read it
  ALONGSIDE_ORIGINS      origins of the pages that may share, with commas between (any)
  ALONGSIDE_POLICY       site policy, a JSON file that is watched for edits (none)
  ALONGSIDE_SECRET       secret that signs the tokens (made at the first start, kept in the data file)
  ALONGSIDE_TRUST_PROXY  1 when a proxy in front sets X-Forwarded-For
`;

export async function runCommand(args: readonly string[], env: Environment): Promise<number> {
  try {
    return await run(args, env);
  } catch (error) {
    if (!(error instanceof SettingProblem || error instanceof PolicyFileProblem)) throw error;
    console.error(error.message);
    return 1;
  }
}

async function run(args: readonly string[], env: Environment): Promise<number> {
  const { relay, head, words } = readOptions(args);
  const [command, operand, ...more] = words;
  if (command === undefined) return start(readSettings(env));
  if (command === '--help' || command === '-h' || command === 'help') {
    console.log(help);
    return 0;
  }
  if (more.length > 0) return misunderstood(`Too many words after ${command}. Names need quotes.`);
  const open = () => {
    const settings = readSettings(env);
    return relay === null ? localAgents(settings) : remoteAgents(relay, settings);
  };
  switch (command) {
    case 'issue-token':
      if (!operand?.trim()) return misunderstood('Whose token? Give the name, in quotes.');
      if (operand.length > limits.nameLength) {
        return misunderstood(`The name is too long: at most ${limits.nameLength} characters.`);
      }
      return withAgents(open, (agents) => issue(agents, operand.trim()));
    case 'revoke-token':
      if (!operand) return misunderstood('Which token? Give the id that "agents" lists.');
      return withAgents(open, (agents) => revoke(agents, operand));
    case 'agents':
      return withAgents(open, list);
    case 'drift':
      return withAgents(open, drift);
    case 'trail':
      if (!operand) return misunderstood('Of which session? Its id stands in the receipt.');
      return printTrail(operand, head, relay, readSettings(env));
    default:
      return misunderstood(`There is no command "${command}".`);
  }
}

function readOptions(args: readonly string[]) {
  const words = [...args];
  const take = (option: string) => {
    const at = words.indexOf(option);
    return at < 0 ? null : (words.splice(at, 2)[1] ?? '');
  };
  return { relay: take('--relay'), head: take('--head'), words };
}

function misunderstood(why: string): number {
  console.error(`${why}\n\n${help}`);
  return 1;
}

async function withAgents(
  open: () => Promise<AgentStore>,
  work: (agents: AgentStore) => Promise<number>,
): Promise<number> {
  const agents = await open();
  try {
    return await work(agents);
  } finally {
    agents.close();
  }
}

async function issue(agents: AgentStore, name: string): Promise<number> {
  const { id, token } = await agents.issue(name);
  console.error(`Sign-in token for ${name} (id ${id}). It is shown once; give it to nobody else.`);
  console.log(token);
  return 0;
}

async function revoke(agents: AgentStore, id: string): Promise<number> {
  if (await agents.revoke(id)) {
    console.log('Revoked. The token no longer signs in.');
    return 0;
  }
  console.error('No token with that id is in force. See "npm start -- agents".');
  return 1;
}

async function list(agents: AgentStore): Promise<number> {
  const entries = await agents.list();
  for (const { id, name, createdMs, revokedMs } of entries) {
    const state = revokedMs === null ? 'in force' : `revoked ${day(revokedMs)}`;
    console.log(`${id}  issued ${day(createdMs)}  ${state.padEnd(18)}  ${name}`);
  }
  if (entries.length === 0) console.error('No agents yet. See "npm start -- --help".');
  return 0;
}

async function drift(agents: AgentStore): Promise<number> {
  const entries = await agents.drift();
  for (const { rule, selector, path, state, lastMatchedMs, misses } of entries) {
    const since =
      state === 'refused'
        ? 'refused by a browser'
        : `matched last on ${day(lastMatchedMs ?? 0)}, missed ${misses === 1 ? 'once' : `${misses} times`} since`;
    console.log(`${rule}  ${path}  ${since}  ${selector}`);
  }
  if (entries.length === 0) console.error('Every selector that once matched still does.');
  return 0;
}

const day = (atMs: number) => new Date(atMs).toISOString().slice(0, 10);

async function start(settings: Settings): Promise<number> {
  const { secret, origins, policy, ...rest } = settings;
  const relay = await startRelay({
    ...rest,
    ...(secret !== undefined && { secret }),
    ...(origins !== undefined && { origins }),
    ...(policy !== undefined && { policy }),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') {
      throw new SettingProblem(
        `Port ${settings.port} is taken. Stop what listens there, or set ALONGSIDE_PORT to another.`,
      );
    }
    throw error;
  });
  // Before the first line: whoever reads it may send a signal at once.
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  console.log(`Alongside relay on ${relay.origin}, data in ${settings.data}`);
  console.log('To sign an agent in: npm start -- issue-token "Sam Carter"');
  await stopped;
  await relay.close();
  return 0;
}
