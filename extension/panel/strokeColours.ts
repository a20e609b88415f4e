// The drawing colours by their number on the wire; the customer's page draws the same number in the same colour.

export const strokeColours = [
  { name: 'Pink', value: '#d4145a' },
  { name: 'Blue', value: '#1668dc' },
  { name: 'Green', value: '#0e8a4f' },
  { name: 'Orange', value: '#b25e00' },
  { name: 'Purple', value: '#7a3ccf' },
] as const;

export const colourOf = (number: number): string =>
  strokeColours[number % strokeColours.length]!.value;
