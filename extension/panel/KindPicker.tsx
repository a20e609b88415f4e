// Which kinds of control the customer is asked for: ticked here before the question is sent.
import type { ControlKind } from '../../protocol/command.ts';
import { kindWords } from './words/kindWords.ts';

interface Props {
  readonly kinds: readonly ControlKind[];
  readonly chosen: readonly ControlKind[];
  readonly onChoose: (chosen: readonly ControlKind[]) => void;
  readonly onClose: () => void;
}

export function KindPicker({ kinds, chosen, onChoose, onClose }: Props) {
  return (
    <fieldset class="kinds" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <legend>Ask the customer to let you</legend>
      {kinds.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={chosen.includes(kind)}
            onChange={(event) =>
              onChoose(
                event.currentTarget.checked
                  ? [...chosen, kind]
                  : chosen.filter((other) => other !== kind),
              )
            }
          />
          {kindWords[kind]}
        </label>
      ))}
    </fieldset>
  );
}
