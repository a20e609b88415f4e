// <star-rating value="4.6">: stars in an open shadow root with its own <style>; the slot takes words beside them.
// Invariant: with `editable` the stars are radio buttons and a choice fires `change`; without, they are one image.

const star = 'M10 1.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8L10 14.9l-5.2 2.7 1-5.8L1.6 7.7l5.8-.8z';
const css = `
  :host { display: inline-flex; align-items: center; gap: 6px; font-size: .875rem; }
  .stars { display: inline-flex; }
  svg { inline-size: 1.125em; block-size: 1.125em; display: block; }
  .rest { fill: var(--star-rest, #c5cfca); }
  .full { fill: var(--star-full, #d99a00); }
  label { cursor: pointer; padding: 3px; border-radius: 6px; font-size: 1.375rem; }
  label:hover { background: color-mix(in srgb, currentColor 10%, transparent); }
  label:has(:focus-visible) { outline: 3px solid var(--focus, #2c6fdb); }
  input { position: absolute; opacity: 0; pointer-events: none; }
`;

class StarRating extends HTMLElement {
  static observedAttributes = ['value'];

  constructor() {
    super();
    this.attachShadow({ mode: 'open' });
  }

  get value() {
    return Number(this.getAttribute('value') ?? 0);
  }

  connectedCallback() {
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    const style = document.createElement('style');
    style.textContent = css;
    const stars = document.createElement('span');
    stars.className = 'stars';
    root.replaceChildren(style, stars, document.createElement('slot'));
    stars.append(
      ...[1, 2, 3, 4, 5].map((n) => (this.hasAttribute('editable') ? this.#choice(n) : starAt(n))),
    );
    stars.setAttribute('role', this.hasAttribute('editable') ? 'radiogroup' : 'img');
    this.#paint();
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#paint();
  }

  /** @param {number} n */
  #choice(n) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    Object.assign(input, {
      type: 'radio',
      name: 'stars',
      value: String(n),
      ariaLabel: n === 1 ? '1 star' : `${n} stars`,
    });
    input.addEventListener('change', () => {
      this.setAttribute('value', input.value);
      this.dispatchEvent(new Event('change', { bubbles: true }));
    });
    label.append(input, starAt(n));
    return label;
  }

  #paint() {
    const stars = this.shadowRoot?.querySelector('.stars');
    stars?.setAttribute(
      'aria-label',
      this.hasAttribute('editable') ? 'Your rating' : `${this.value} out of 5 stars`,
    );
    stars?.querySelectorAll('.full').forEach((path, index) => {
      const share = Math.max(0, Math.min(1, this.value - index));
      path.setAttribute('clip-path', `inset(0 ${(1 - share) * 100}% 0 0)`);
    });
  }
}

/** @param {number} n */
function starAt(n) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('part', `star star-${n}`);
  for (const part of ['rest', 'full']) {
    const path = document.createElementNS(svg.namespaceURI, 'path');
    path.setAttribute('d', star);
    path.setAttribute('class', part);
    svg.append(path);
  }
  return svg;
}

customElements.define('star-rating', StarRating);
