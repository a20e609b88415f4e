// The drawing colours by their number on the wire: whoever draws a stroke draws it in the same one.

export const strokeColours = ['#d4145a', '#1668dc', '#0e8a4f', '#b25e00', '#7a3ccf'] as const;

export const strokeColour = (number: number): string =>
  strokeColours[number % strokeColours.length]!;
