// A labelled field that is part of the form around it.
import { html, LitElement } from 'lit';

class TextField extends LitElement {
  static formAssociated = true;
  static shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static properties = { name: {}, label: {}, value: {}, required: { type: Boolean } };

  #internals = this.attachInternals();

  constructor() {
    super();
    this.value = '';
  }

  updated() {
    this.#internals.setFormValue(this.value);
    const field = this.renderRoot.querySelector('input');
    if (this.required && this.value === '')
      this.#internals.setValidity({ valueMissing: true }, 'Please fill this in', field);
    else this.#internals.setValidity({});
  }

  render() {
    return html`<label>
      ${this.label}
      <input
        .value=${this.value}
        @input=${(event) => (this.value = event.target.value)}
        @change=${() => this.dispatchEvent(new Event('change', { bubbles: true }))}
      />
    </label>`;
  }
}

customElements.define('text-field', TextField);
