// The desk: lists the cases, shows the chosen one, runs its clock.
// It tells whoever listens which conversation is on screen: in the address, on <body>, and by postMessage.
import { cases, channelWords } from './cases.js';
import { caseItem, factRow, turnItem } from './pieces.js';

/** @typedef {import('./cases.js').Case} Case */

/** @param {string} id @returns {any} */
const part = (id) => document.getElementById(id);
const openedAtMs = Date.now();
/** @type {Map<string, { state: 'live' | 'hold' | 'ended', seconds?: number, notes: string }>} */
const kept = new Map(cases.map(({ id }) => [id, { state: 'live', notes: '' }]));
let shown =
  cases.find(({ id }) => id === new URLSearchParams(location.search).get('conversation')) ??
  cases[0];

/** @param {Case} one */
const memory = (one) => kept.get(one.id) ?? { state: 'live', notes: '' };

function tell() {
  if (shown === undefined) return;
  const { id, channel } = shown;
  const ended = memory(shown).state === 'ended';
  Object.assign(document.body.dataset, {
    conversationId: id,
    conversationChannel: channel,
    conversationState: ended ? 'ended' : 'active',
  });
  postMessage(
    { type: 'conversation', id, channel, state: ended ? 'ended' : 'active' },
    location.origin,
  );
}

/** @param {number} seconds */
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** @param {Case} one */
const secondsOf = (one) =>
  memory(one).seconds ?? one.startedSecondsAgo + Math.floor((Date.now() - openedAtMs) / 1000);

function paintCall() {
  if (shown === undefined) return;
  const { state } = memory(shown);
  const words = channelWords[shown.channel];
  part('call').dataset.state = state;
  part('call-word').textContent =
    state === 'ended' ? words.ended : state === 'hold' ? 'On hold' : words.live;
  part('call-time').textContent = clock(secondsOf(shown));
  part('hold').ariaPressed = String(state === 'hold');
  part('end-call').textContent = words.end;
  for (const id of ['mute', 'hold', 'end-call']) part(id).disabled = state === 'ended';
  for (const id of ['mute', 'hold']) part(id).hidden = shown.channel !== 'voice';
}

/** @param {Case} one */
function show(one) {
  shown = one;
  document.title = `${one.customer}, ${one.subject}: Fieldnote desk`;
  part('cases').replaceChildren(...cases.map((each) => caseItem(each, each === one, show)));
  part('case-count').textContent = String(cases.length);
  part('customer-name').textContent = one.customer;
  part('customer-initials').textContent = one.customer.replace(/(\w)\w*\s*/g, '$1');
  part('customer-line').textContent = one.line;
  part('stuck-title').textContent = one.stuck.title;
  part('stuck-words').textContent = one.stuck.words;
  part('talk').replaceChildren(...one.talk.map((turn) => turnItem(turn, one.customer)));
  part('case-number').textContent = one.number;
  part('subject').value = one.subject;
  for (const [name, value] of Object.entries(one.fields)) part(name).value = value;
  part('facts').replaceChildren(...Object.entries(one.facts).flatMap(factRow));
  part('notes').value = memory(one).notes;
  part('note-state').textContent = '';
  const address = new URL(location.href);
  address.searchParams.set('conversation', one.id);
  history.replaceState(null, '', address);
  paintCall();
  tell();
}

part('mute').addEventListener(
  'click',
  () => (part('mute').ariaPressed = String(part('mute').ariaPressed !== 'true')),
);
part('hold').addEventListener('click', () => {
  if (shown === undefined) return;
  kept.set(shown.id, { ...memory(shown), state: memory(shown).state === 'hold' ? 'live' : 'hold' });
  paintCall();
});
part('end-call').addEventListener('click', () => {
  if (shown === undefined) return;
  kept.set(shown.id, { ...memory(shown), state: 'ended', seconds: secondsOf(shown) });
  paintCall();
  tell();
});
part('notes').addEventListener('input', () => {
  if (shown !== undefined) kept.set(shown.id, { ...memory(shown), notes: part('notes').value });
  part('note-state').textContent = 'Not saved';
});
part('note-form').addEventListener('submit', (/** @type {SubmitEvent} */ event) => {
  event.preventDefault();
  part('note-state').textContent = 'Saved';
});

if (shown !== undefined) show(shown);
setInterval(paintCall, 1000);
