// One message. What it offers is seen under the pointer only.
export function Message({ message, by, onLike, onMenu }) {
  return (
    <div
      class="message"
      onContextMenu={(event) => {
        event.preventDefault();
        onMenu(event);
      }}
    >
      <b>{by}: </b>
      <span>{message.text}</span>
      <span class="offers">
        {/* Whoever is writing goes on writing. */}
        <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={onLike}>
          Like
        </button>
      </span>
      {message.likes > 0 && <small> ♥ {message.likes}</small>}
    </div>
  );
}
