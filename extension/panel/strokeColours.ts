// The drawing colours with their names, in the order of their numbers on the wire.
import { strokeColour } from '../../protocol/strokeColours.ts';

export const strokeColours = ['Pink', 'Blue', 'Green', 'Orange', 'Purple'].map((name, number) => ({
  name,
  value: strokeColour(number),
}));
