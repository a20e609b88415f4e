// What the insurer would answer, a moment later.
export async function premiumOf({ cover, country, extras, youngest }) {
  await new Promise((resolve) => setTimeout(resolve, 20));
  const base = cover === 'comprehensive' ? 38 : 22;
  const abroad = country === 'es' ? 4.5 : 0;
  const young = youngest === null ? 0 : youngest < 21 ? 25 : 15;
  return (base + abroad + extras.length * 6 + young).toFixed(2);
}
