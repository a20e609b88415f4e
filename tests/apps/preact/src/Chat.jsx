// The chat: what was said, what is being written, and how one wants it.
import { useCallback, useLayoutEffect, useReducer, useState } from 'preact/hooks';
import { Composer } from './Composer.jsx';
import { Message } from './Message.jsx';
import { Settings } from './Settings.jsx';

const first = {
  messages: [{ id: 1, by: 'Sam', text: 'Shall we meet?', likes: 0 }],
  settings: { name: 'You', quiet: false, sounds: false, told: 'mentions' },
  acts: [],
};

function reduce(chat, act) {
  const { messages } = chat;
  const acts = [...chat.acts, act.type];
  const id = act.id ?? Math.max(0, ...messages.map((each) => each.id)) + 1;
  switch (act.type) {
    case 'said':
      return { ...chat, acts, messages: [...messages, { id, by: 'me', text: act.text, likes: 0 }] };
    case 'liked':
      return {
        ...chat,
        acts,
        messages: messages.map((each) =>
          each.id === id ? { ...each, likes: each.likes + 1 } : each,
        ),
      };
    case 'deleted':
      return { ...chat, acts, messages: messages.filter((each) => each.id !== id) };
    default:
      return { ...chat, acts, settings: act.settings };
  }
}

export function Chat() {
  const [chat, dispatch] = useReducer(reduce, first);
  const [menu, setMenu] = useState(null);
  const [open, setOpen] = useState(false);
  const say = useCallback((text) => dispatch({ type: 'said', text }), []);
  // Before it is painted: whoever has read it may ask.
  useLayoutEffect(() => {
    window.appState = () => ({ ...chat, menu, open });
  });

  return (
    // A press anywhere puts the menu away.
    <div onClick={() => setMenu(null)}>
      <p>
        {chat.messages.length} messages, settings {open ? 'open' : 'shut'}{' '}
        <button type="button" onClick={() => setOpen(true)}>
          Settings
        </button>
      </p>
      {chat.messages.map((message) => (
        <Message
          key={message.id}
          message={message}
          by={message.by === 'me' ? chat.settings.name : message.by}
          onLike={() => dispatch({ type: 'liked', id: message.id })}
          onMenu={({ clientX, clientY }) => setMenu({ id: message.id, x: clientX, y: clientY })}
        />
      ))}
      {menu && (
        <ul
          class="menu"
          role="menu"
          style={{ left: `${Math.round(menu.x)}px`, top: `${Math.round(menu.y)}px` }}
        >
          <li
            role="menuitem"
            tabIndex={0}
            onClick={() => dispatch({ type: 'deleted', id: menu.id })}
          >
            Delete
          </li>
        </ul>
      )}
      <Composer onSay={say} />
      {open && (
        <Settings
          settings={chat.settings}
          onKeep={(settings) => dispatch({ type: 'kept', settings })}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
