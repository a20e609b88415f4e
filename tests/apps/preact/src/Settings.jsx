// The settings in a modal dialog of two tabs. Nothing counts before *Keep*.
import { useEffect, useRef, useState } from 'preact/hooks';

function Switch({ name, on, onTurn }) {
  return (
    <button
      type="button"
      role="switch"
      aria-label={name}
      aria-checked={on}
      onClick={() => onTurn(!on)}
    >
      {name}: {on ? 'on' : 'off'}
    </button>
  );
}

const tabs = ['Looks', 'Notices'];

export function Settings({ settings, onKeep, onClose }) {
  const dialog = useRef(null);
  const [tab, setTab] = useState(0);
  const [draft, setDraft] = useState(settings);
  const change = (what) => setDraft((was) => ({ ...was, ...what }));
  useEffect(() => dialog.current.showModal(), []);
  useEffect(() => {
    const selected = dialog.current.querySelector('[aria-selected="true"]');
    if (document.activeElement?.role === 'tab') selected.focus();
  }, [tab]);

  return (
    <dialog ref={dialog} onClose={onClose}>
      <div
        role="tablist"
        onKeyDown={({ key }) => {
          if (key === 'ArrowRight') setTab(1);
          if (key === 'ArrowLeft') setTab(0);
        }}
      >
        {tabs.map((name, at) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={at === tab}
            tabIndex={at === tab ? 0 : -1}
            onClick={() => setTab(at)}
          >
            {name}
          </button>
        ))}
      </div>
      {tab === 0 ? (
        <div role="tabpanel">
          <h2>How you are seen</h2>
          <label>
            Shown name{' '}
            <input
              value={draft.name}
              onInput={({ currentTarget }) => change({ name: currentTarget.value })}
            />
          </label>
          <Switch name="Quiet hours" on={draft.quiet} onTurn={(quiet) => change({ quiet })} />
          <Switch name="Sounds" on={draft.sounds} onTurn={(sounds) => change({ sounds })} />
        </div>
      ) : (
        <div role="tabpanel">
          <h2>What you are told of</h2>
          {['mentions', 'all'].map((told) => (
            <label key={told}>
              <input
                type="radio"
                name="told"
                checked={draft.told === told}
                onChange={() => change({ told })}
              />
              {told === 'all' ? 'Every message' : 'My name only'}
            </label>
          ))}
        </div>
      )}
      <button
        type="button"
        onClick={() => {
          onKeep(draft);
          dialog.current.close();
        }}
      >
        Keep
      </button>
    </dialog>
  );
}
