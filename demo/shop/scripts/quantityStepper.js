// <quantity-stepper value="2" min="0" max="9">: less, a number, more; an open shadow root with an adopted stylesheet.
// Invariant: the value stays within min and max, and every change by a person fires one `change`.

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: inline-flex; align-items: center; gap: 8px; }
  .box { display: inline-flex; border: 1.5px solid var(--line-strong, #8a9a92); border-radius: 999px; overflow: clip; background: var(--paper, #fff); }
  button, input { font: inherit; color: inherit; background: none; border: 0; block-size: 40px; inline-size: 40px; text-align: center; padding: 0; }
  input { inline-size: 2.25rem; appearance: textfield; font-weight: 650; }
  input::-webkit-inner-spin-button { display: none; }
  button { cursor: pointer; font-size: 1.25rem; line-height: 1; }
  button:hover:not(:disabled) { background: var(--accent-soft, #e3f1eb); }
  button:disabled { opacity: .35; cursor: default; }
  :focus-visible { outline: 3px solid var(--focus, #2c6fdb); outline-offset: -3px; border-radius: 999px; }
`);

class QuantityStepper extends HTMLElement {
  static observedAttributes = ['value', 'label'];

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [sheet];
    root.innerHTML =
      '<slot></slot><span class="box" part="box"><button type="button" id="less">−</button>' +
      '<input id="quantity" type="number" inputmode="numeric"><button type="button" id="more">+</button></span>';
    this.#part('less').addEventListener('click', () => this.#choose(this.value - 1));
    this.#part('more').addEventListener('click', () => this.#choose(this.value + 1));
    this.#part('quantity').addEventListener('change', () =>
      this.#choose(Number(this.#input.value)),
    );
  }

  get value() {
    return Number(this.getAttribute('value') ?? this.#limit('min', 0));
  }
  set value(value) {
    this.setAttribute('value', String(value));
  }

  connectedCallback() {
    this.#paint();
  }
  attributeChangedCallback() {
    this.#paint();
  }

  /** @param {number} wanted */
  #choose(wanted) {
    const value = Math.max(
      this.#limit('min', 0),
      Math.min(this.#limit('max', 9), Math.round(wanted) || 0),
    );
    const changed = value !== this.value;
    this.value = value;
    if (changed) this.dispatchEvent(new Event('change', { bubbles: true }));
  }

  #paint() {
    const what = this.getAttribute('label') ?? 'quantity';
    this.#input.value = String(this.value);
    this.#input.ariaLabel = `Quantity: ${what}`;
    const [less, more] = [this.#part('less'), this.#part('more')];
    less.ariaLabel = `One fewer: ${what}`;
    more.ariaLabel = `One more: ${what}`;
    less.toggleAttribute('disabled', this.value <= this.#limit('min', 0));
    more.toggleAttribute('disabled', this.value >= this.#limit('max', 9));
  }

  /** @param {string} name @param {number} fallback */
  #limit(name, fallback) {
    return Number(this.getAttribute(name) ?? fallback);
  }
  /** @param {string} id */
  #part(id) {
    return /** @type {HTMLElement} */ (this.shadowRoot?.getElementById(id));
  }
  get #input() {
    return /** @type {HTMLInputElement} */ (this.#part('quantity'));
  }
}

customElements.define('quantity-stepper', QuantityStepper);
