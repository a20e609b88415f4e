// What the shop sells. Prices are whole pence, so that sums never round.

/** @typedef {'pots' | 'tools' | 'watering' | 'seeds' | 'evenings'} Category */
/**
 * @typedef {object} Product
 * @property {string} id also the name of its picture in `art/`
 * @property {string} name
 * @property {Category} category
 * @property {number} pence
 * @property {number} stars mean of its reviews
 * @property {number} reviews
 * @property {number} stock
 * @property {string} note
 */

/** @type {Record<Category, string>} */
export const categoryNames = {
  pots: 'Pots & planters',
  tools: 'Tools',
  watering: 'Watering',
  seeds: 'Seeds & bulbs',
  evenings: 'Evenings outside',
};

/** @type {Product[]} */
export const products = [
  {
    id: 'watering-can',
    name: 'Long-reach watering can',
    category: 'watering',
    pence: 4600,
    stars: 4.8,
    reviews: 212,
    stock: 18,
    note: 'Five litres, balanced to pour with one hand. The long spout reaches the back of the bed without a step into it.',
  },
  {
    id: 'terracotta-pot',
    name: 'Rippled terracotta pot',
    category: 'pots',
    pence: 1800,
    stars: 4.6,
    reviews: 148,
    stock: 40,
    note: 'Hand-pressed clay that breathes and ages well. Frost-proof to minus ten, with a saucer.',
  },
  {
    id: 'tulip-bulbs',
    name: 'Tulip bulbs ‘Rosalind’, 20',
    category: 'seeds',
    pence: 1250,
    stars: 4.7,
    reviews: 96,
    stock: 64,
    note: 'Tall pink goblets in late April. Plant in autumn, twice as deep as the bulb is high, and forget about them.',
  },
  {
    id: 'storm-lantern',
    name: 'Storm lantern',
    category: 'evenings',
    pence: 3600,
    stars: 4.9,
    reviews: 87,
    stock: 9,
    note: 'Burns for fourteen hours on one filling and does not mind the wind. Comes with a spare wick.',
  },
  {
    id: 'secateurs',
    name: 'Bypass secateurs',
    category: 'tools',
    pence: 3400,
    stars: 4.8,
    reviews: 301,
    stock: 25,
    note: 'Forged steel, every part replaceable. Sharpened by us for nothing, for life.',
  },
  {
    id: 'zinc-trough',
    name: 'Zinc trough',
    category: 'pots',
    pence: 4200,
    stars: 4.4,
    reviews: 53,
    stock: 3,
    note: 'Seventy centimetres of windowsill lavender. Drainage holes are ready; feet are included.',
  },
  {
    id: 'seed-box',
    name: 'Cottage garden seed box',
    category: 'seeds',
    pence: 1400,
    stars: 4.9,
    reviews: 174,
    stock: 31,
    note: 'Twelve packets sown in turn from March to September, in a box that keeps them dry.',
  },
  {
    id: 'bistro-chair',
    name: 'Folding bistro chair',
    category: 'evenings',
    pence: 5800,
    stars: 4.5,
    reviews: 66,
    stock: 2,
    note: 'Powder-coated steel that folds to four centimetres. Two hang behind a door.',
  },
  {
    id: 'hand-trowel',
    name: 'Ash-handled trowel',
    category: 'tools',
    pence: 1650,
    stars: 4.7,
    reviews: 229,
    stock: 52,
    note: 'A deep blade with a sharp point, on a handle turned from local ash.',
  },
  {
    id: 'herb-kit',
    name: 'Windowsill herb kit',
    category: 'seeds',
    pence: 1900,
    stars: 4.3,
    reviews: 118,
    stock: 22,
    note: 'Parsley, sage and chives, three tins, and soil that swells when you water it.',
  },
  {
    id: 'hanging-pot',
    name: 'Hanging pot and cord',
    category: 'pots',
    pence: 2400,
    stars: 4.5,
    reviews: 71,
    stock: 14,
    note: 'Glazed inside and out, with two metres of waxed cord and a hook that holds twelve kilos.',
  },
  {
    id: 'brass-mister',
    name: 'Brass mister',
    category: 'watering',
    pence: 2200,
    stars: 4.2,
    reviews: 45,
    stock: 0,
    note: 'A fine cloud for ferns and seedlings. Solid brass, so it goes brown and then beautiful.',
  },
  {
    id: 'kneeler',
    name: 'Garden kneeler',
    category: 'tools',
    pence: 3800,
    stars: 4.6,
    reviews: 134,
    stock: 11,
    note: 'Kneel on it, then turn it over and sit down. The pouch holds a trowel and a biscuit.',
  },
  {
    id: 'bird-feeder',
    name: 'Glass bird feeder',
    category: 'evenings',
    pence: 2750,
    stars: 4.7,
    reviews: 159,
    stock: 0,
    note: 'Takes a kilo of seed and comes apart for the dishwasher. Blue tits find it within the week.',
  },
  {
    id: 'glass-cloche',
    name: 'Glass cloche',
    category: 'seeds',
    pence: 3200,
    stars: 4.6,
    reviews: 58,
    stock: 7,
    note: 'Three weeks of spring for whatever stands under it. Blown by hand, so no two are quite alike.',
  },
  {
    id: 'garden-twine',
    name: 'Garden twine on a spool',
    category: 'tools',
    pence: 1050,
    stars: 4.8,
    reviews: 187,
    stock: 73,
    note: 'A hundred and twenty metres of soft green jute, strong enough for beans and kind to sweet peas.',
  },
];

/** @param {string} id */
export const productById = (id) => products.find((product) => product.id === id);
