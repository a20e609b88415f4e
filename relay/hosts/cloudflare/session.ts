// A room as a Durable Object that may hibernate between any two frames. It is reached only through the worker,
// which has admitted whoever connects.
import { Server } from 'partyserver';
import type { Connection, ConnectionContext, WSMessage } from 'partyserver';
import type { EndReason } from '../../../protocol/endReasons.ts';
import type { SessionId } from '../../../protocol/ids.ts';
import type { Host } from '../../room/host.ts';
import type { Identity } from '../../room/identity.ts';
import { createRoom } from '../../room/room.ts';
import type { Room } from '../../room/room.ts';
import { openRoom } from '../../room/roomState.ts';
import type { RoomState } from '../../room/roomState.ts';
import { createTrailPost } from './createTrailPost.ts';
import { ledgerOf, policyOf, timesOf } from './environment.ts';
import type { Environment } from './environment.ts';
import { identityOf } from './identityHeader.ts';
import { createPeers } from './peers.ts';
import type { Attached } from './peers.ts';

const stateKey = 'room';

export class Session extends Server<Environment> {
  static override options = { hibernate: true };

  #peers = createPeers(this.ctx, () => this.getConnections<Attached>());
  #room: Room | null = null;

  /** The room, restored from storage where it was hibernating. */
  get #current(): Room {
    this.#room ??= createRoom(this.#host());
    return this.#room;
  }

  #host(): Host {
    const { storage } = this.ctx;
    const ledger = ledgerOf(this.env);
    const session = this.name as SessionId;
    const post = createTrailPost(this.ctx, session, ledger);
    return {
      times: timesOf(this.env),
      nowMs: () => Date.now(),
      peers: () => this.#peers.all(),
      wakeAt: (atMs) => void (atMs === null ? storage.deleteAlarm() : storage.setAlarm(atMs)),
      trail: post.trail,
      load: () => storage.kv.get<RoomState>(stateKey) ?? null,
      save: (state) => storage.kv.put(stateKey, state),
      policy: () => policyOf(this.env),
      rulesMatched: (path, findings) =>
        this.ctx.waitUntil(ledger.rulesMatched(path, [...findings])),
      started: () => this.ctx.waitUntil(ledger.sessionStarted(session)),
      ended: (reason: EndReason) => this.ctx.waitUntil(post.finish(reason)),
    };
  }

  /** Called by the ledger, for an agent who has signed in. */
  open(agent: Identity, keyExpiresAtMs: number): void {
    this.ctx.storage.kv.put(stateKey, openRoom(agent, Date.now(), keyExpiresAtMs));
    this.#room = createRoom(this.#host());
  }

  /** Called by the ledger, for a customer whose security key was right. */
  expect(customer: Identity): boolean {
    return this.#current.expect(customer);
  }

  override onStart(): void {
    // Heartbeats are answered without waking anybody.
    this.ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
  }

  override onConnect(connection: Connection<Attached>, { request }: ConnectionContext): void {
    const identity = identityOf(request);
    if (identity === null) return connection.close(1011, 'not admitted');
    connection.setState({ identity, connectedMs: Date.now() });
    const peer = this.#peers.of(connection);
    if (peer) this.#current.join(peer);
  }

  override onMessage(connection: Connection<Attached>, message: WSMessage): void {
    const peer = this.#peers.of(connection);
    if (peer === null) return;
    peer.heard();
    this.#current.receive(peer, typeof message === 'string' ? message : bytesOf(message));
  }

  override onClose(connection: Connection<Attached>): void {
    const peer = this.#peers.of(connection);
    if (peer === null) return;
    peer.gone();
    this.#current.leave(peer);
  }

  override onError(connection: Connection<Attached>): void {
    this.onClose(connection);
  }

  override onAlarm(): void {
    this.#current.wake();
  }
}

const bytesOf = (data: ArrayBuffer | ArrayBufferView): Uint8Array =>
  data instanceof ArrayBuffer
    ? new Uint8Array(data)
    : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
