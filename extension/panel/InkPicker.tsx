// The colours to draw in. A stroke carries its colour's position in this list, which both sides share.
import { strokeColours } from './strokeColours.ts';

interface Props {
  readonly colour: number;
  readonly onColour: (colour: number) => void;
}

export function InkPicker({ colour, onColour }: Props) {
  return (
    <div class="inks" role="radiogroup" aria-label="Colour">
      {strokeColours.map(({ name, value }, i) => (
        <label key={name} title={name}>
          <input
            type="radio"
            name="ink"
            aria-label={name}
            checked={i === colour}
            onChange={() => onColour(i)}
          />
          <span style={{ background: value }} />
        </label>
      ))}
    </div>
  );
}
