// What is known of the parcel so far: kept in the browser, since every page loads anew.
const KEY = 'parcel';
const empty = { who: {}, things: [], rest: [], acts: [] };

export const parcel = { ...empty, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };

export function keep(act) {
  // A list of several is told as often as somebody presses in it.
  if (parcel.acts.at(-1) !== act) parcel.acts.push(act);
  localStorage.setItem(KEY, JSON.stringify(parcel));
}

window.appState = () => ({
  ...parcel,
  page: location.pathname.split('/').at(-1),
  asked: location.search,
});
