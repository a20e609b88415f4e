// The checkout: what is in the basket, where it goes, and a form that gathers the values of the elements in it.
import { css, html, LitElement, nothing } from 'lit';
import './choice-list.js';
import './quantity-stepper.js';
import './star-rating.js';
import './text-field.js';

const prices = { lantern: 29, twine: 4 };
const ways = { post: 0, express: 7 };
const WRAP = 2.5;

class ShopCheckout extends LitElement {
  static properties = {
    basket: { state: true },
    way: { state: true },
    wrapped: { state: true },
    about: { state: true },
    asking: { state: true },
    ordered: { state: true },
  };
  static styles = css`
    form {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0.5rem 2rem;
      font: 15px/1.4 sans-serif;
    }
    .tip {
      position: relative;
    }
    .tip [role='tooltip'] {
      position: absolute;
      white-space: nowrap;
      background: #ffd;
    }
    dialog::backdrop {
      background: #0006;
    }
  `;

  constructor() {
    super();
    this.basket = { lantern: 1, twine: 1 };
    this.way = 'post';
    this.wrapped = false;
    this.about = false;
    this.asking = false;
    this.ordered = null;
    this.told = [];
    window.appState = () => ({
      basket: this.basket,
      way: this.way,
      wrapped: this.wrapped,
      ordered: this.ordered,
      told: this.told,
    });
  }

  get things() {
    return Object.values(this.basket).reduce((sum, each) => sum + each, 0);
  }

  get sum() {
    const goods = Object.entries(this.basket).reduce(
      (sum, [name, count]) => sum + prices[name] * count,
      0,
    );
    return goods + ways[this.way] + (this.wrapped ? WRAP : 0);
  }

  /** What the elements tell of themselves comes up here through their shadow roots. */
  hear(event) {
    const { name, value } = event.target;
    this.told = [...this.told, `${event.type} ${name}=${value}`];
    if (name?.startsWith('quantity-'))
      this.basket = { ...this.basket, [name.slice('quantity-'.length)]: Number(value) };
  }

  ask(event) {
    event.preventDefault();
    this.asking = true;
    this.renderRoot.querySelector('dialog').showModal();
  }

  closed({ target }) {
    this.asking = false;
    if (target.returnValue !== 'yes') return;
    this.ordered = [...new FormData(this.renderRoot.querySelector('form'))].map((pair) =>
      pair.join('='),
    );
  }

  render() {
    if (this.ordered) return html`<h1>Ordered: ${this.ordered.join(', ')}</h1>`;
    const euros = (sum) => `€${sum.toFixed(2)}`;
    const goods = this.sum - ways[this.way] - (this.wrapped ? WRAP : 0);
    return html`
      <h1>Your basket: ${this.things} things, ${euros(goods)}</h1>
      <form @submit=${this.ask} @change=${this.hear} @input=${this.hear}>
        ${Object.entries(this.basket).map(
          ([name, count]) =>
            html`<quantity-stepper
              name="quantity-${name}"
              of=${name}
              value=${count}
            ></quantity-stepper>`,
        )}
        <text-field name="name" label="Full name" required></text-field>
        <text-field name="street" label="Street"></text-field>
        <text-field name="postcode" label="Postcode"></text-field>
        <choice-list name="country" label="Country">
          ${['France', 'Portugal', 'Sweden', 'Spain'].map((each) => html`<option>${each}</option>`)}
        </choice-list>
        <star-rating name="stars"></star-rating>
        <fieldset>
          <legend>Delivery</legend>
          ${Object.keys(ways).map(
            (way) =>
              html`<label>
                <input
                  type="radio"
                  name="way"
                  .value=${way}
                  .checked=${this.way === way}
                  @change=${() => (this.way = way)}
                />
                ${way === 'post' ? 'Post' : 'Express'}
              </label>`,
          )}
          <span
            class="tip"
            @pointerenter=${() => (this.about = true)}
            @pointerleave=${() => (this.about = false)}
          >
            <u>About express</u>
            ${this.about ? html`<span role="tooltip">At your door tomorrow</span>` : nothing}
          </span>
        </fieldset>
        <label
          ><input
            type="checkbox"
            .checked=${this.wrapped}
            @change=${(event) => (this.wrapped = event.target.checked)}
          />
          Gift wrap</label
        >
        ${this.wrapped ? html`<text-field name="card" label="Words on the card"></text-field>` : nothing}
        <span>${this.asking ? 'Please answer' : 'Not ordered yet'}</span>
        <button>Order</button>
      </form>
      <dialog @close=${this.closed}>
        <form method="dialog">
          <p>Order for ${euros(this.sum)}?</p>
          <button value="no">No</button>
          <button value="yes">Yes, order</button>
        </form>
      </dialog>
    `;
  }
}

customElements.define('shop-checkout', ShopCheckout);
