// Where rooms outlive a restart: one row of the data file each, until the session ends.
import type { SessionId } from '../../../protocol/ids.ts';
import type { Sql } from '../../ledger/sql.ts';
import type { RoomState } from '../../room/roomState.ts';

export type RoomStore = ReturnType<typeof createRoomStore>;

export function createRoomStore(sql: Sql) {
  sql('CREATE TABLE IF NOT EXISTS rooms (session TEXT PRIMARY KEY, state TEXT NOT NULL) STRICT');
  return {
    load(session: SessionId): RoomState | null {
      const [row] = sql('SELECT state FROM rooms WHERE session = ?', session);
      return row ? (JSON.parse(String(row['state'])) as RoomState) : null;
    },
    save(session: SessionId, state: RoomState): void {
      sql(
        `INSERT INTO rooms (session, state) VALUES (?, ?)
         ON CONFLICT (session) DO UPDATE SET state = excluded.state`,
        session,
        JSON.stringify(state),
      );
    },
    remove(session: SessionId): void {
      sql('DELETE FROM rooms WHERE session = ?', session);
    },
    sessions(): SessionId[] {
      return sql('SELECT session FROM rooms').map((row) => row['session'] as SessionId);
    },
  };
}
