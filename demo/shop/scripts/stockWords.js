// How many are left, in words. Pure.

/**
 * @param {{ stock: number }} product
 * @returns {{ words: string, level: 'out' | 'low' | 'plenty' }}
 */
export function stockWords({ stock }) {
  if (stock === 0) return { words: 'Back in three weeks', level: 'out' };
  if (stock <= 3) return { words: `Only ${stock} left`, level: 'low' };
  return { words: 'In stock', level: 'plenty' };
}
