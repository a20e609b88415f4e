// Shoelace: web components whose parts all live in shadow roots with adopted sheets.
import type { Interface } from './interface.ts';

export const shoelace: Interface = {
  name: "Shoelace's web components",
  page: `<!doctype html><link rel="stylesheet" href="/package/@shoelace-style/shoelace/cdn/themes/light.css">
    <script type="module">import '/package/@shoelace-style/shoelace/cdn/shoelace.js'; import { setDefaultAnimation } from '/package/@shoelace-style/shoelace/cdn/utilities/animation-registry.js';
    for (const part of ['dialog.show', 'dialog.hide', 'dialog.overlay.show', 'dialog.overlay.hide', 'select.show', 'select.hide']) setDefaultAnimation(part, null); window.loaded = true;</script>
    <sl-button>Open</sl-button><sl-input label="Name" value="Ana"></sl-input><sl-input id="secret" type="password" label="Password" value="canary-7731"></sl-input>
    <sl-select label="Size" value="m"><sl-option value="m">Medium</sl-option><sl-option value="l">Large</sl-option></sl-select>
    <sl-tab-group><sl-tab slot="nav" panel="a">A</sl-tab><sl-tab slot="nav" panel="b">B</sl-tab><sl-tab-panel name="a">first</sl-tab-panel><sl-tab-panel name="b">second</sl-tab-panel></sl-tab-group>
    <sl-dialog label="Sure?">Really<sl-button slot="footer">Yes</sl-button></sl-dialog>`,
  ready: `w.loaded && w.document.querySelector('#secret').shadowRoot?.querySelector('input')?.value`,
  steps: [
    {
      act: `(w) => { w.document.querySelector('sl-tab-group').show('b'); w.document.querySelector('sl-input').value = 'Bea'; w.document.querySelector('sl-select').value = 'l'; }`,
      done: `w.document.querySelector('sl-tab-panel[name=b]').active`,
    },
    {
      act: `(w) => void w.document.querySelector('sl-dialog').show()`,
      done: `w.document.querySelector('sl-dialog').open`,
    },
    {
      act: `(w) => void w.document.querySelector('sl-dialog').hide()`,
      done: `!w.document.querySelector('sl-dialog').open`,
    },
  ],
};
