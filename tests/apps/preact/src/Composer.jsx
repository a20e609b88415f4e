// Where a message is written: an element that is edited in place, whose text is the browser's own until it is sent.
import { useRef, useState } from 'preact/hooks';

export function Composer({ onSay }) {
  const box = useRef(null);
  const [length, setLength] = useState(0);

  function send() {
    const text = box.current.innerText.replace(/\s+/g, ' ').trim();
    if (text) onSay(text);
    box.current.textContent = '';
    setLength(0);
  }

  return (
    <>
      <div
        ref={box}
        class="composer"
        role="textbox"
        aria-multiline="true"
        aria-label="Write a message"
        contentEditable
        onInput={({ currentTarget }) => setLength(currentTarget.innerText.trim().length)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            send();
          }
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
      <button type="button" disabled={length === 0} onClick={send}>
        Send
      </button>
      <small> {length} letters</small>
    </>
  );
}
