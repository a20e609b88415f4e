// Stars, pressed or counted up and down by the arrow keys. Part of the form around it.
import { html, LitElement } from 'lit';

const words = ['One star', 'Two stars', 'Three stars', 'Four stars', 'Five stars'];

class StarRating extends LitElement {
  static formAssociated = true;
  static properties = { name: {}, value: { type: Number } };

  #internals = this.attachInternals();

  constructor() {
    super();
    this.value = 0;
    this.#internals.role = 'group';
  }

  rate(value) {
    this.value = Math.max(1, Math.min(5, value));
    this.#internals.setFormValue(String(this.value));
    this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  updated(changed) {
    // The focus follows the stars once somebody is at them.
    if (changed.has('value') && this.matches(':focus-within'))
      this.renderRoot.querySelectorAll('button')[this.value - 1].focus();
  }

  render() {
    const by = { ArrowRight: 1, ArrowLeft: -1 };
    return html`<span @keydown=${({ key }) => by[key] && this.rate(this.value + by[key])}>
      ${words.map(
        (word, at) =>
          html`<button
            type="button"
            aria-label=${word}
            aria-pressed=${at < this.value}
            tabindex=${at === Math.max(0, this.value - 1) ? 0 : -1}
            @click=${() => this.rate(at + 1)}
          >
            ${at < this.value ? '★' : '☆'}
          </button>`,
      )}
    </span>`;
  }
}

customElements.define('star-rating', StarRating);
