// The list or editor for a field of the customer's page, and the command that its answer becomes.
import { useMemo } from 'preact/hooks';
import type { FillRequest, SelectRequest } from '../input/fieldRequest.ts';
import { usePanel } from './AgentContext.ts';
import { FillEditor } from './FillEditor.tsx';
import { OptionList } from './OptionList.tsx';
import { Popup } from './Popup.tsx';

interface Props {
  readonly request: SelectRequest | FillRequest;
  /** The layer over the page, whose place in the panel the field's box is relative to. */
  readonly surface: HTMLElement;
  readonly scale: number;
  readonly onClose: () => void;
}

export function FieldPopup({ request, surface, scale, onClose }: Props) {
  const { agent } = usePanel();
  const { node } = request;
  const beside = useMemo(() => {
    const { left, top } = surface.getBoundingClientRect();
    const { x, y, width, height } = request.box;
    return {
      x: left + x * scale,
      y: top + y * scale,
      width: width * scale,
      height: height * scale,
    };
  }, [request]);

  return (
    <Popup beside={beside} name="Field of the customer’s page" onClose={onClose}>
      {'options' in request ? (
        <OptionList
          request={request}
          onChoose={(indexes) => {
            agent.perform({ type: 'select', node, indexes });
            onClose();
          }}
        />
      ) : (
        <FillEditor
          request={request}
          onFill={(value) => {
            agent.perform({ type: 'fill', node, value });
            onClose();
          }}
        />
      )}
    </Popup>
  );
}
