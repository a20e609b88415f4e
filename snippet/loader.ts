// The script that every page pays for: sets the global `Alongside`, keeps calls, and fetches the session bundle on first need.
// Invariant: nothing in here throws into the page, and an idle page makes no request but the one for this file.
import { frameWord, storageKey } from './surface.ts';
import type {
  AlongsideFacade,
  AlongsideState,
  FramePage,
  SessionBundle,
  SessionVerbs,
} from './surface.ts';

type Call = readonly unknown[];
type Kept = { q?: { push(...calls: Call[]): void } };
type Page = Window & { Alongside?: Kept };
type AnyListener = (detail: object) => void;

try {
  start(window as Page, document);
} catch {
  // A page that hides its own address or storage gets no help, and no exception either.
}

function start(page: Page, document: Document): void {
  const script = document.currentScript as HTMLScriptElement;
  const source = script.src;
  const relay = new URL(source).origin;
  const told = new Set<string>();
  let block = (): void => {};
  const blocked = new Promise<void>((resolve) => (block = resolve));
  let listeners: (readonly [event: string, listener: AnyListener])[] = [];
  let state: AlongsideState = 'idle';
  let isReady = false;
  let session: Promise<SessionVerbs> | null = null;

  const before = page.Alongside?.q;
  const kept = Array.isArray(before) ? (before as Call[]) : [];
  // A second copy of the script: the first one goes on.
  if (before && before !== kept) return;

  const framePage: FramePage = { passwords: new WeakSet(), framed: new WeakMap() };
  const note = (event: Event) => {
    const [field] = event.composedPath();
    if ((field as HTMLInputElement).type === 'password') framePage.passwords.add(field!);
  };
  for (const type of ['focusin', 'input']) document.addEventListener(type, note, true);

  const above = parentOfThisSite(page);
  if (above) {
    // A frame of the same site leaves the session to the page around it.
    const hand = (...calls: Call[]) => (above.Alongside ??= { q: [] }).q?.push(...calls);
    hand(...kept);
    onOpener(() => hand(['enterKey']));
    return;
  }

  function tell(listener: AnyListener, detail: object): void {
    try {
      listener(detail);
    } catch (error) {
      reportError(error);
    }
  }

  function emit(event: string, detail: object): void {
    for (const [name, listener] of listeners) if (name === event) tell(listener, detail);
  }

  const fetchBundle = (): Promise<SessionBundle> =>
    import(/* @vite-ignore */ new URL('alongside-session.js', source).href);

  function load(): Promise<SessionVerbs> {
    session ??= fetchBundle().then((bundle) =>
      bundle.attach({
        relay,
        emit,
        onState: (now) => (state = now),
        blocked,
        ...framePage,
      }),
    );
    session.catch(() => (session = null));
    return session;
  }

  function need(verb: keyof SessionVerbs, argument = ''): void {
    load().then(
      (verbs) => verbs[verb](argument),
      () => {
        emit('error', { problem: 'relayDown' });
        sayUnreachable(document);
      },
    );
  }

  /** Verbs that mean something only to a session that is there. */
  function ask(verb: keyof SessionVerbs): void {
    session?.then(
      (verbs) => verbs[verb](''),
      () => {},
    );
  }

  function resume(): void {
    try {
      if (sessionStorage.getItem(storageKey)) load().catch(() => {});
    } catch {
      // No storage in this page: there is nothing to come back to.
    }
  }

  /** Where a page of this site may join the mirror of the page around it: nowhere unless the site says so. */
  const parents = script.dataset['frameParents']?.match(/\S+/g);

  function announce(): void {
    if (!parents) return;
    for (let at: Window = page; at !== at.parent;) (at = at.parent).postMessage(frameWord, '*');
  }

  /** Frames that were there before this script announce themselves again. */
  function callFrames(within: Window): void {
    for (let i = 0; i < within.length; i++) {
      within[i]!.postMessage(frameWord, '*');
      callFrames(within[i]!);
    }
  }

  function onWord(event: MessageEvent): void {
    if (event.data !== frameWord || !event.isTrusted || !event.source) return;
    framePage.framed.set(event.source, event);
    if (!parents?.includes(event.origin)) return;
    if (event.ports[0])
      fetchBundle()
        .then((bundle) => bundle.join(event, framePage))
        .catch(() => {});
    else announce();
  }

  function onOpener(open: () => void): void {
    document.addEventListener('click', (event) => {
      const isOpener = (target: EventTarget) =>
        (target as Element).matches?.('[data-alongside-open]');
      if (event.isTrusted && event.composedPath().some(isOpener)) open();
    });
  }

  const facade: AlongsideFacade = {
    get state() {
      return state;
    },
    on(event, listener) {
      const entry = [event, listener as AnyListener] as const;
      listeners = [...listeners, entry];
      if (isReady && event === 'ready') queueMicrotask(() => tell(entry[1], {}));
      return () => {
        listeners = listeners.filter((other) => other !== entry);
      };
    },
    enterKey: () => need('enterKey'),
    join: (securityKey) => need('join', String(securityKey)),
    pause: () => ask('pause'),
    resume: () => ask('resume'),
    revoke: () => ask('revoke'),
    end: () => ask('end'),
    q: Object.freeze({ push: (...calls: Call[]) => calls.forEach(call) }),
  };

  function call([verb, ...rest]: Call): void {
    try {
      (facade as unknown as Record<string, (...values: unknown[]) => void>)[`${verb}`]!(...rest);
    } catch {
      // A kept call that names nothing we know is the page's slip, not a reason to stop.
    }
  }

  document.addEventListener('securitypolicyviolation', (event) => {
    const directive = event.effectiveDirective.replace('-elem', '');
    const sources = [relay, relay.replace(/^http/, 'ws')];
    if (event.disposition === 'report' || told.has(directive)) return;
    if (!sources.some((origin) => event.blockedURI.startsWith(origin))) return;
    told.add(directive);
    block();
    // oxlint-disable-next-line no-console -- the site's developer has to read it
    console.error(
      `Alongside is blocked by this page's Content-Security-Policy. Add: ${directive} ${directive === 'connect-src' ? sources.join(' ') : relay}`,
    );
  });

  page.Alongside = Object.freeze(facade);
  onOpener(facade.enterKey);
  addEventListener('pageshow', resume);
  addEventListener('message', onWord);
  announce();
  callFrames(page);
  resume();
  kept.forEach(call);
  isReady = true;
  emit('ready', {});
}

function parentOfThisSite(page: Page): Page | null {
  try {
    return page.parent !== page && page.parent.document ? (page.parent as Page) : null;
  } catch {
    // Another site's page is around this one: it has no say here.
    return null;
  }
}

/** The only words that the loader itself has to say: the session's own interface could not be fetched. */
function sayUnreachable(document: Document): void {
  const dialog = document.createElement('dialog');
  const close = document.createElement('button');
  close.textContent = 'Close';
  close.onclick = dialog.onclose = () => dialog.remove();
  dialog.append('Help cannot be reached from this page. Please tell the agent. ', close);
  document.documentElement.append(dialog);
  dialog.showModal();
}
