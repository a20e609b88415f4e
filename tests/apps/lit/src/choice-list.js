// A list of the page's own making, its choices read from what stands in it. Part of the form around it.
import { css, html, LitElement, nothing } from 'lit';

class ChoiceList extends LitElement {
  static formAssociated = true;
  static properties = {
    name: {},
    label: {},
    value: {},
    choices: { state: true },
    open: { state: true },
    at: { state: true },
  };
  static styles = css`
    :host {
      position: relative;
    }
    ul {
      position: absolute;
      z-index: 1;
      margin: 0;
      padding: 0.25rem;
      list-style: none;
      background: white;
      border: 1px solid;
    }
    .at {
      background: #cdf;
    }
  `;

  #internals = this.attachInternals();

  constructor() {
    super();
    this.value = '';
    this.choices = [];
    this.open = false;
    this.at = -1;
  }

  fill({ target }) {
    this.choices = target.assignedElements().map(({ textContent }) => textContent);
  }

  choose(at) {
    this.at = at;
    this.value = this.choices[at] ?? '';
    this.open = false;
    this.#internals.setFormValue(this.value);
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  keydown(event) {
    const { key } = event;
    if (key === 'Escape') this.open = false;
    else if (key === 'Enter' && this.open) this.choose(this.at);
    else if (key === 'Enter') this.open = true;
    else if (key === 'ArrowDown') this.at = Math.min(this.choices.length - 1, this.at + 1);
    else if (key === 'ArrowUp') this.at = Math.max(0, this.at - 1);
    else return;
    event.preventDefault();
  }

  render() {
    return html`
      <span>${this.label}: ${this.value || 'none'}</span>
      <button
        type="button"
        role="combobox"
        aria-label=${this.label}
        aria-expanded=${this.open}
        @click=${() => (this.open = !this.open)}
        @keydown=${this.keydown}
        @blur=${() => (this.open = false)}
      >
        ▾
      </button>
      ${
        this.open
          ? html`<ul role="listbox">
              ${this.choices.map(
                (choice, at) =>
                  html`<li
                    role="option"
                    aria-selected=${at === this.at}
                    class=${at === this.at ? 'at' : nothing}
                    @mousedown=${(event) => event.preventDefault()}
                    @click=${() => this.choose(at)}
                  >
                    ${choice}
                  </li>`,
              )}
            </ul>`
          : nothing
      }
      <slot hidden @slotchange=${this.fill}></slot>
    `;
  }
}

customElements.define('choice-list', ChoiceList);
