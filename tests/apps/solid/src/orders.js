// Where the orders come from.
const names = ['Ana Ruiz', 'Bo Lund', 'Cem Aydin', 'Dana Berg', 'Eva Antun', 'Finn Hall'];
const towns = ['Madrid', 'Malmö', 'Izmir', 'Bergen'];

export const orders = Array.from({ length: 12 }, (_, at) => ({
  id: 101 + at,
  name: names[at % names.length],
  town: towns[at % towns.length],
  sum: 10 + at * 3.25,
  state: at % 5 === 4 ? 'held' : 'open',
}));
