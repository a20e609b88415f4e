// Pictures and fonts that the agent's browser cannot load by itself: notices what does not load, asks the customer's page for it, and shows
// what comes, or a box that says why nothing does.
import type { MissingReason } from '../../protocol/asset.ts';
import type { AssetHash } from '../../protocol/asset.ts';
import type { MessageOf } from '../../protocol/frame.ts';
import { NO_NODE } from '../../protocol/ids.ts';
import type { NodeId } from '../../protocol/ids.ts';
import type { AssetSupply } from './assetStore.ts';
import { labelPicture } from './labelPicture.ts';
import { createAssetReceiver } from './receiveAssets.ts';
import { resolveAsset } from './screen.ts';
import { fontsIn, urlsIn, watchLoading } from './watchLoading.ts';
import { createUsedDrawings } from './usedDrawings.ts';
import { createWants } from './wants.ts';

export interface ViewerAssetsOptions {
  readonly page: () => Document;
  /** What addresses in the node's document resolve against. */
  readonly baseOf: (node: Node) => string;
  readonly idOf: (node: Node) => NodeId;
  readonly nodeOf: (id: NodeId) => Node | undefined;
  readonly supply: AssetSupply | null;
  /** Through the sanitiser, which asks `resolve`. */
  readonly setAttribute: (element: Element, name: string, value: string) => void;
  /** Writes the sheet again, of which `sheet` was told. */
  readonly setSheet: (id: NodeId) => void;
}

/** What refers to an address: an attribute, as it came and as it stands, or a sheet. */
type User =
  | {
      readonly element: Element;
      readonly name: string;
      readonly value: string;
      readonly stands: string | null;
    }
  | { readonly sheet: NodeId };

/** What a canvas or video shows. */
interface Picture {
  hash: AssetHash | null;
  url: string;
  told: number;
}

const none: AssetSupply = {
  store: { read: async () => null, write: async () => undefined },
  ask: () => undefined,
};

const isUse = (user: User) => 'element' in user && user.element.localName === 'use';

const REVOKE_AFTER_MS = 1000;
const UNKNOWN_SIZE = { width: 160, height: 90 };
const blobs = /blob:[^\s"')]+/g;

export type ViewerAssets = ReturnType<typeof createViewerAssets>;

export function createViewerAssets(options: ViewerAssetsOptions) {
  const { page, idOf, nodeOf } = options;
  const { store, ask } = options.supply ?? none;
  const wants = createWants(ask);
  const receiver = createAssetReceiver(store, wants.hash);
  /** Object URLs by the address that they stand for. */
  const found = new Map<string, string>();
  const drawings = createUsedDrawings();
  const users = new Map<string, User[]>();
  const pictures = new Map<Element, Picture>();
  const sheets = new Map<NodeId, { readonly text: string; readonly base: string }>();
  /** The root that adopted a constructed sheet: by it the sheet is known to the customer's page. */
  const adopters = new Map<NodeId, NodeId>();
  let turn = 0;

  const watch = watchLoading({
    isOurs: (address) =>
      new URL(address).origin === new URL(options.baseOf(page())).origin &&
      referringTo(address).length > 0,
    failed: pictureFailed,
    unloaded: lackSomewhere,
    fontFailed(face) {
      for (const [sheet, { text, base }] of sheets)
        for (const font of fontsIn(text))
          if (font.family === face) lack(resolveAsset(font.url, base), { sheet });
    },
  });

  const nameOf = (user: User): NodeId =>
    'element' in user
      ? idOf(user.element)
      : nodeOf(user.sheet)
        ? user.sheet
        : (adopters.get(user.sheet) ?? NO_NODE);

  function lack(address: string | null, user: User): void {
    if (!address || !/^(https?|blob):/.test(address) || found.has(address)) return;
    const node = nameOf(user);
    if (node === NO_NODE) return;
    const known = users.get(address);
    if (known) known.push(user);
    else users.set(address, [user]);
    wants.address(node, address);
  }

  function lackAttribute(element: Element, name: string, value: string, address: string): void {
    lack(address, { element, name, value, stands: element.getAttribute(name) });
  }

  /** A picture did not load. */
  function pictureFailed(element: Element): void {
    const image = element as HTMLImageElement;
    if (element.localName === 'video') {
      const picture = pictures.get(element);
      if (picture && !picture.hash) cover(element, 'tainted', 0, 0);
      return;
    }
    const name = image.srcset ? 'srcset' : element.localName === 'image' ? 'href' : 'src';
    const value = element.getAttribute(name) ?? '';
    const address = image.currentSrc || (resolveAsset(value, options.baseOf(element)) ?? '');
    if (/^https?:/.test(address)) lackAttribute(element, name, value, address);
  }

  /** Whatever refers to the address without being a picture of its own: sheets, backgrounds, posters. */
  function referringTo(address: string): User[] {
    const list: User[] = [];
    for (const [sheet, { text, base }] of sheets)
      if (urlsIn(text).some((url) => resolveAsset(url, base) === address)) list.push({ sheet });
    for (const root of watch.roots()) {
      for (const element of root.querySelectorAll('[style*="url("],video[poster]')) {
        for (const name of ['style', 'poster']) {
          const value = element.getAttribute(name);
          if (value?.includes(address)) list.push({ element, name, value, stands: value });
        }
      }
    }
    return list;
  }

  /** One of those did not load. */
  function lackSomewhere(address: string): void {
    for (const user of referringTo(address)) lack(address, user);
  }

  async function addressFound(
    address: string,
    { what, width, height }: MessageOf<'assetFound'>,
  ): Promise<void> {
    const mine = turn;
    if (what.is === 'asset') {
      const url = await receiver.find(what.hash, what.size, false);
      if (mine !== turn) return;
      if (url) {
        if (!found.has(address)) receiver.uses(what.hash, 1);
        found.set(address, url);
        if (users.get(address)?.some(isUse)) {
          const text = await receiver.read(what.hash);
          if (mine !== turn || text === null || !drawings.add(address, text)) return;
        }
      } else return coverUsers(address, 'gone', width, height);
    } else if (what.is === 'missing') return coverUsers(address, what.why, width, height);
    const all = new Set([...(users.get(address) ?? []), ...referringTo(address)]);
    users.delete(address);
    for (const user of all) show(user);
  }

  function show(user: User): void {
    if ('sheet' in user) return options.setSheet(user.sheet);
    const { element, name, value, stands } = user;
    // The page has gone on meanwhile.
    if (element.getAttribute(name) === stands) options.setAttribute(element, name, value);
  }

  function coverUsers(address: string, why: MissingReason, width: number, height: number): void {
    for (const user of users.get(address) ?? [])
      if ('element' in user && /^(img|input)$/.test(user.element.localName))
        cover(user.element, why, width, height);
    users.delete(address);
  }

  function cover(element: Element, why: MissingReason, width: number, height: number): void {
    if (why === 'masked' || why === 'broken') return;
    const shown = element.getBoundingClientRect();
    const own = width > 0 && height > 0 ? { width, height } : shown;
    // A picture that did not load is laid out as small as its mark.
    const isDrawn = element.localName === 'canvas' || element.localName === 'video';
    const label = labelPicture(why, own.width > 0 ? own : UNKNOWN_SIZE, isDrawn ? shown : own);
    if (element.localName === 'canvas' || element.localName === 'video')
      return draw(element, label);
    element.removeAttribute('srcset');
    element.setAttribute('src', label);
  }

  function draw(element: Element, url: string): void {
    const picture = pictures.get(element);
    if (picture) picture.url = url;
    if (element.localName === 'video') (element as HTMLVideoElement).poster = url;
    else
      (element as HTMLElement).style.setProperty(
        'content',
        `url(${JSON.stringify(url)})`,
        'important',
      );
  }

  /** An empty place of the size that the canvas has: without scripts it has none. */
  function drawBlank(element: Element): void {
    const { width, height } = element as HTMLCanvasElement;
    draw(element, labelPicture(null, { width, height }));
  }

  async function pictureFound(message: MessageOf<'assetFound'>): Promise<void> {
    const element = nodeOf(message.node) as Element | undefined;
    const { what } = message;
    if (element?.nodeType !== 1) return;
    if (what.is === 'source') return showSource(element, what.from, what.density);
    const picture = pictures.get(element);
    if (!picture) return;
    const told = picture.told++;
    if (what.is === 'missing') {
      release(picture);
      // The agent's browser may be let in where a script is not.
      if (element.localName === 'video' && what.why === 'tainted')
        return void ((element as HTMLVideoElement).preload = 'metadata');
      return cover(element, what.why, message.width, message.height);
    }
    const url = await receiver.find(what.hash, what.size, told > 0);
    const isLatest = () => pictures.get(element) === picture && picture.told === told + 1;
    if (!isLatest()) return;
    if (!url) return cover(element, 'gone', message.width, message.height);
    // Where it is put only once it is decoded, nothing flickers.
    const ahead = element.ownerDocument.createElement('img');
    ahead.src = url;
    await ahead.decode().catch(() => undefined);
    if (!isLatest() || picture.hash === what.hash) return;
    receiver.uses(what.hash, 1);
    release(picture);
    picture.hash = what.hash;
    draw(element, url);
  }

  function release(picture: Picture): void {
    const { hash } = picture;
    picture.hash = null;
    if (!hash) return;
    receiver.uses(hash, -1);
    window.setTimeout(() => receiver.spent(hash), REVOKE_AFTER_MS);
  }

  function showSource(element: Element, from: string, density: number): void {
    if (element.localName !== 'img') return;
    for (const other of element.parentElement?.children ?? [])
      if (other.localName === 'source') other.removeAttribute('srcset');
    element.removeAttribute('sizes');
    const value = `${from.replace(/,+$/, (commas) => '%2C'.repeat(commas.length))} ${density}x`;
    options.setAttribute(element, 'srcset', value);
  }

  return {
    /** As resolveAsset, with what came from the customer's page in the place of what did not load. */
    resolve(address: string, base: string): string | null {
      const isBlob = /^\s*blob:/i.test(address);
      if (found.size === 0 || address.startsWith('data:')) return resolveAsset(address, base);
      const absolute = isBlob ? address.trim() : resolveAsset(address, base);
      return (absolute && found.get(absolute)) ?? (isBlob ? null : absolute);
    },
    /** Where a drawing uses a part of another file: of our copy of it, once that is here. */
    used(address: string, base: string): string | null {
      const [absolute = '', part] = (resolveAsset(address, base) ?? '').split('#');
      const url = drawings.find(absolute);
      return url && part ? `${url}#${part}` : null;
    },
    /** A drawing uses a part of another file. */
    uses(element: Element, name: string, value: string): void {
      const absolute = resolveAsset(value, options.baseOf(element))?.replace(/#.*/s, '');
      if (absolute && !drawings.find(absolute)) lackAttribute(element, name, value, absolute);
    },
    /** Listens to what loads in a document or shadow root. */
    watch: watch.root,
    /** An element with all its attributes; masked ones show nothing that could be asked for. */
    met(id: NodeId, element: Element, parent: Node | undefined, isMasked: boolean): void {
      const name = element.localName;
      if (name === 'canvas' || name === 'video') {
        pictures.set(element, { hash: null, url: '', told: 0 });
        if (name === 'canvas') drawBlank(element);
        else (element as HTMLVideoElement).preload = 'none';
        if (!isMasked) wants.picture(id);
      } else if (name === 'img' && !isMasked) {
        const isOneOfMany =
          element.hasAttribute('srcset') ||
          (parent as Element | undefined)?.localName === 'picture';
        if (isOneOfMany) wants.picture(id);
      }
    },
    /** Elements that came as HTML. */
    metRun(content: ParentNode): void {
      for (const image of content.querySelectorAll('img[srcset],picture>img'))
        wants.picture(idOf(image));
    },
    /** An attribute refers to the memory of the customer's page. */
    lacks(element: Element, name: string, value: string): void {
      for (const [address] of value.matchAll(blobs)) lackAttribute(element, name, value, address);
    },
    /** An attribute has changed. */
    touched(element: Element, name: string): void {
      const picture = pictures.get(element);
      if (picture && element.localName === 'canvas') {
        if (name === 'width' || name === 'height') drawBlank(element);
        else if (name === 'style') draw(element, picture.url);
      }
      if (element.localName === 'img' && /^(src|srcset|sizes)$/.test(name) && idOf(element)) {
        const isOneOfMany =
          element.hasAttribute('srcset') || element.parentElement?.localName === 'picture';
        if (isOneOfMany) wants.picture(idOf(element));
      }
    },
    sheet(id: NodeId, text: string, base: string): void {
      if (!text.includes('url(')) return void sheets.delete(id);
      sheets.set(id, { text, base });
      // By then it is known who adopts it.
      if (text.includes('blob:'))
        queueMicrotask(() => {
          for (const [address] of text.matchAll(blobs)) lack(address, { sheet: id });
        });
    },
    adopted(root: NodeId, list: readonly NodeId[]): void {
      for (const sheet of list) adopters.set(sheet, root);
    },
    forget(node: Node): void {
      const picture = pictures.get(node as Element);
      if (!picture) return;
      release(picture);
      pictures.delete(node as Element);
    },
    receive(message: MessageOf<'asset'> | MessageOf<'assetFound'>): void {
      if (message.kind === 'asset') receiver.part(message);
      else if (message.address === '') void pictureFound(message);
      else void addressFound(message.address, message);
    },
    /** Another page, or the same told anew. */
    reset(): void {
      turn++;
      found.clear();
      drawings.clear();
      for (const told of [users, pictures, sheets, adopters]) told.clear();
      receiver.unused();
      wants.reset();
      watch.reset();
    },
    clear: (): void => receiver.clear(),
  };
}
