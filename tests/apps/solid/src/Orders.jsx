// The table of orders, and all that can be done to them.
import { createEffect, createMemo, createSelector, createSignal, For, on, Show } from 'solid-js';
import { createStore, produce, reconcile, unwrap } from 'solid-js/store';
import { EditableCell } from './EditableCell.jsx';
import { orders } from './orders.js';

const states = ['open', 'held', 'shipped'];

export function Orders() {
  const [rows, setRows] = createStore(structuredClone(orders));
  const [filter, setFilter] = createSignal('');
  const [show, setShow] = createSignal(states);
  const [sort, setSort] = createSignal({ by: 'id', falling: false });
  const [chosen, setChosen] = createSignal([]);
  const [mark, setMark] = createSignal('open');
  const [last, setLast] = createSignal(null);
  const [filters, setFilters] = createSignal([]);

  const seen = createMemo(() => {
    const { by, falling } = sort();
    const wanted = filter().toLowerCase();
    return rows
      .filter((row) => show().includes(row.state) && row.name.toLowerCase().includes(wanted))
      .sort((a, b) => (a[by] < b[by] ? -1 : a[by] > b[by] ? 1 : 0) * (falling ? -1 : 1));
  });
  const isChosen = createSelector(chosen, (id, ids) => ids.includes(id));
  createEffect(on(filter, (words) => setFilters((all) => [...all, words]), { defer: true }));

  let from = null;
  const choose = (id, event) => {
    if (event.shiftKey && from !== null) {
      const ids = seen().map((row) => row.id);
      const [first, second] = [ids.indexOf(from), ids.indexOf(id)].sort((a, b) => a - b);
      setChosen(ids.slice(first, second + 1));
    } else if (event.ctrlKey) {
      setChosen((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]));
    } else setChosen([id]);
    if (!event.shiftKey) from = id;
  };

  const apply = () => {
    setRows((row) => isChosen(row.id), 'state', mark());
    setChosen([]);
  };
  const remove = () => {
    setLast(structuredClone(unwrap(rows)));
    setRows((all) => all.filter(({ id }) => !isChosen(id)));
    setChosen([]);
  };
  const undo = () => {
    setRows(reconcile(last()));
    setLast(null);
  };
  const edit = (id, field, value) =>
    setRows(produce((all) => (all.find((row) => row.id === id)[field] = value)));
  const sortBy = (by) => setSort((was) => ({ by, falling: was.by === by && !was.falling }));

  window.appState = () => ({
    rows: structuredClone(unwrap(rows)),
    filter: filter(),
    show: show(),
    sort: sort(),
    chosen: chosen(),
    filters: filters(),
  });

  return (
    <>
      <p>
        <label>
          Filter{' '}
          <input
            value={filter()}
            onInput={({ target }) => setFilter(target.value)}
            onKeyDown={({ key }) => key === 'Escape' && setFilter('')}
          />
        </label>
        <label>
          Show{' '}
          <select
            multiple
            size="3"
            onChange={({ target }) =>
              setShow([...target.selectedOptions].map(({ value }) => value))
            }
          >
            <For each={states}>
              {(state) => <option selected={show().includes(state)}>{state}</option>}
            </For>
          </select>
        </label>
        <label>
          Mark as{' '}
          <select value={mark()} onChange={({ target }) => setMark(target.value)}>
            <For each={states}>{(state) => <option>{state}</option>}</For>
          </select>
        </label>
        <button type="button" disabled={chosen().length === 0} onClick={apply}>
          Apply
        </button>
        <Show when={last()}>
          <button type="button" onClick={undo}>
            Undo
          </button>
        </Show>
      </p>
      <p>
        {seen().length} of {rows.length} orders, {chosen().length} chosen,{' '}
        {rows.filter(({ state }) => state === 'shipped').length} shipped. Sorted by {sort().by},{' '}
        {sort().falling ? 'falling' : 'rising'}
      </p>
      <div
        class="scroller"
        tabindex="0"
        onKeyDown={({ key, target }) =>
          key === 'Delete' && target.localName !== 'input' && remove()
        }
      >
        <table>
          <thead>
            <tr>
              <For each={['id', 'name', 'town', 'sum', 'state']}>
                {(by) => (
                  <th>
                    <button type="button" onClick={[sortBy, by]}>
                      {by[0].toUpperCase() + by.slice(1)}
                    </button>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={seen()}>
              {(row) => (
                <tr
                  classList={{ chosen: isChosen(row.id) }}
                  aria-selected={isChosen(row.id)}
                  onClick={[choose, row.id]}
                >
                  <th>Order {row.id}</th>
                  <EditableCell
                    label={`the name of ${row.id}`}
                    value={row.name}
                    onKeep={(value) => edit(row.id, 'name', value)}
                  />
                  <td>{row.town}</td>
                  <EditableCell
                    label={`the sum of ${row.id}`}
                    value={row.sum.toFixed(2)}
                    onKeep={(value) => edit(row.id, 'sum', Number(value))}
                  />
                  <td>{row.state}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </>
  );
}
