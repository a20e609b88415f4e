// How many of a thing, by two buttons. Part of the form around it.
import { html, LitElement } from 'lit';

class QuantityStepper extends LitElement {
  static formAssociated = true;
  static properties = { name: {}, of: {}, value: { type: Number } };

  #internals = this.attachInternals();

  updated() {
    this.#internals.setFormValue(String(this.value));
  }

  step(by) {
    this.value = Math.max(0, this.value + by);
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  render() {
    return html`
      <button
        type="button"
        aria-label="One less ${this.of}"
        ?disabled=${this.value === 0}
        @click=${() => this.step(-1)}
      >
        −
      </button>
      <output>${this.value}</output> ${this.of}
      <button type="button" aria-label="One more ${this.of}" @click=${() => this.step(1)}>+</button>
    `;
  }
}

customElements.define('quantity-stepper', QuantityStepper);
