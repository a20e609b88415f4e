// Shoelace: web components whose parts all live in shadow roots with adopted sheets.
import type { Interface } from './interface.ts';

export const shoelace: Interface = {
  name: "Shoelace's web components",
  page: `<!doctype html><link rel="stylesheet" href="/package/@shoelace-style/shoelace/cdn/themes/light.css">
    <script type="module">import '/package/@shoelace-style/shoelace/cdn/shoelace.js'; import { setDefaultAnimation } from '/package/@shoelace-style/shoelace/cdn/utilities/animation-registry.js';
    for (const name of ['dialog', 'dialog.overlay', 'drawer.overlay', 'select', 'dropdown', 'details']) for (const way of ['show', 'hide']) setDefaultAnimation(name + '.' + way, null);
    for (const side of ['End']) for (const way of ['show', 'hide']) setDefaultAnimation('drawer.' + way + side, null); window.loaded = true;</script>
    <sl-button>Open</sl-button><sl-input label="Name" value="Ana"></sl-input><sl-input id="secret" type="password" label="Password" value="canary-7731"></sl-input>
    <sl-select label="Size" value="m"><sl-option value="m">Medium</sl-option><sl-option value="l">Large</sl-option></sl-select>
    <sl-tab-group><sl-tab slot="nav" panel="a">A</sl-tab><sl-tab slot="nav" panel="b">B</sl-tab><sl-tab-panel name="a">first</sl-tab-panel><sl-tab-panel name="b">second</sl-tab-panel></sl-tab-group>
    <sl-drawer label="Filters">In the drawer <sl-range label="Price" min="0" max="100" value="20"></sl-range></sl-drawer>
    <sl-dropdown><sl-button slot="trigger" caret>More</sl-button><sl-menu><sl-menu-item>Copy</sl-menu-item><sl-menu-item type="checkbox" checked>Wrap</sl-menu-item></sl-menu></sl-dropdown>
    <sl-tree><sl-tree-item>Top<sl-tree-item>Inner</sl-tree-item></sl-tree-item></sl-tree>
    <sl-input id="day" type="date" value="2026-02-03"></sl-input><sl-color-picker value="#00aa33"></sl-color-picker><sl-switch>On</sl-switch><sl-rating value="3"></sl-rating><sl-progress-bar value="30"></sl-progress-bar>
    <sl-details summary="More"><p>inside</p></sl-details><sl-dialog label="Sure?">Really<sl-button slot="footer">Yes</sl-button></sl-dialog>`,
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
    {
      act: `(w) => void w.document.querySelector('sl-drawer').show()`,
      done: `w.document.querySelector('sl-drawer').open`,
    },
    {
      act: `(w) => { w.document.querySelector('sl-drawer').hide(); w.document.querySelector('sl-range').value = 70; w.document.querySelector('#day').value = '2026-12-24'; w.document.querySelector('sl-switch').checked = true; w.document.querySelector('sl-rating').value = 4; w.document.querySelector('sl-progress-bar').value = 90; w.document.querySelector('sl-color-picker').value = '#3300ff'; }`,
      done: `!w.document.querySelector('sl-drawer').open && w.document.querySelector('sl-switch').shadowRoot.querySelector('input').checked`,
    },
    {
      act: (frame) => frame.click('sl-dropdown sl-button'),
      done: `w.document.querySelector('sl-dropdown').open`,
    },
    {
      async act(frame) {
        await frame.click('sl-menu-item[type=checkbox]');
        await frame.click('sl-tree-item');
        await frame.page().keyboard.press('ArrowRight');
      },
      done: `!w.document.querySelector('sl-menu-item[type=checkbox]').checked && w.document.querySelector('sl-tree-item').expanded`,
    },
    {
      act: `(w) => { w.document.querySelector('sl-details').open = true; w.document.querySelector('sl-dropdown').remove(); w.document.querySelector('sl-tree').append(w.document.createElement('sl-tree-item')); w.document.querySelector('sl-tree').lastChild.append('added'); }`,
      done: `w.document.querySelector('sl-tree').lastChild.shadowRoot`,
    },
  ],
};
