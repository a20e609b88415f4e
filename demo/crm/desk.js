// The desk: lists the cases, shows the chosen one, runs its clock.
// It tells whoever listens which conversation is on screen: in the address, on <body>, and by postMessage.
import { cases, channelWords } from './cases.js';
import { part } from './part.js';
import { caseItem, factRow, turnItem } from './pieces.js';

/** @typedef {import('./cases.js').Case} Case */
/** @typedef {{ state: 'live' | 'hold' } | { state: 'ended', seconds: number }} Talk */

const mute = part('mute', HTMLButtonElement);
const hold = part('hold', HTMLButtonElement);
const end = part('end-call', HTMLButtonElement);
const notes = part('notes', HTMLTextAreaElement);
const openedAtMs = Date.now();
/** @type {Map<Case, Talk>} */
const talks = new Map();
/** @type {Map<Case, string>} */
const drafts = new Map();

/** @param {Case} one @returns {Talk} */
const talkOf = (one) => talks.get(one) ?? { state: 'live' };

/** @param {Case} one */
function secondsOf(one) {
  const talk = talkOf(one);
  if (talk.state === 'ended') return talk.seconds;
  return one.startedSecondsAgo + Math.floor((Date.now() - openedAtMs) / 1000);
}

/** @param {number} seconds */
const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** @param {string} id @param {string} words */
function write(id, words) {
  part(id, HTMLElement).textContent = words;
}

/** @param {Case} one */
function tell(one) {
  const { id, channel } = one;
  const state = talkOf(one).state === 'ended' ? 'ended' : 'active';
  const { dataset } = document.body;
  dataset.conversationId = id;
  dataset.conversationChannel = channel;
  dataset.conversationState = state;
  postMessage({ type: 'conversation', id, channel, state }, location.origin);
}

/** @param {Case} one */
function paintTalk(one) {
  const { state } = talkOf(one);
  const words = channelWords[one.channel];
  part('call', HTMLElement).dataset.state = state;
  write('call-word', { live: words.live, hold: 'On hold', ended: words.ended }[state]);
  write('call-time', clock(secondsOf(one)));
  hold.ariaPressed = String(state === 'hold');
  end.textContent = words.end;
  for (const button of [mute, hold, end]) button.disabled = state === 'ended';
  for (const button of [mute, hold]) button.hidden = one.channel !== 'voice';
}

/** @param {Case} one */
function show(one) {
  shown = one;
  document.title = `${one.customer}, ${one.subject}: Fieldnote desk`;
  part('cases', HTMLElement).replaceChildren(
    ...cases.map((each) => caseItem(each, each === one, show)),
  );
  write('case-count', String(cases.length));
  write('customer-name', one.customer);
  write('customer-initials', one.customer.replace(/(\w)\w*\s*/g, '$1'));
  write('customer-line', one.line);
  write('stuck-title', one.stuck.title);
  write('stuck-words', one.stuck.words);
  part('talk', HTMLElement).replaceChildren(...one.talk.map((turn) => turnItem(turn, one)));
  write('case-number', one.number);
  part('subject', HTMLInputElement).value = one.subject;
  for (const [name, value] of Object.entries(one.fields))
    part(name, HTMLSelectElement).value = value;
  part('facts', HTMLElement).replaceChildren(...Object.entries(one.facts).flatMap(factRow));
  notes.value = drafts.get(one) ?? '';
  write('note-state', '');
  mute.ariaPressed = 'false';
  const address = new URL(location.href);
  address.searchParams.set('conversation', one.id);
  history.replaceState(null, '', address);
  paintTalk(one);
  tell(one);
}

mute.addEventListener('click', () => {
  mute.ariaPressed = String(mute.ariaPressed !== 'true');
});
hold.addEventListener('click', () => {
  talks.set(shown, { state: talkOf(shown).state === 'hold' ? 'live' : 'hold' });
  paintTalk(shown);
});
end.addEventListener('click', () => {
  talks.set(shown, { state: 'ended', seconds: secondsOf(shown) });
  paintTalk(shown);
  tell(shown);
});
notes.addEventListener('input', () => {
  drafts.set(shown, notes.value);
  write('note-state', 'Not saved');
});
part('note-form', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  write('note-state', 'Saved');
});

const wanted = new URLSearchParams(location.search).get('conversation');
let shown = cases.find(({ id }) => id === wanted) ?? cases[0];
show(shown);
setInterval(() => paintTalk(shown), 1000);
